using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Overview;

/// <summary>What the Overview is about: jurisdiction, head, period.</summary>
/// <param name="JurisdictionCode">Null: all the person may see.</param>
/// <param name="HeadCode">Null: all heads.</param>
/// <param name="Period">Whole months.</param>
public sealed record OverviewScope(string? JurisdictionCode, string? HeadCode, Period Period);
