using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Hotspots;

/// <summary>What cases were compared with.</summary>
/// <param name="Background">Null: residents.</param>
/// <param name="Cases">Cases that were compared.</param>
/// <param name="Population">What they were drawn from by chance: they and those they were compared with; 0 with residents.</param>
/// <param name="Period">When those occurred.</param>
public sealed record Comparison(CaseBackground? Background, int Cases, int Population, Period Period);
