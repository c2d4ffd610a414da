using System.Collections.Immutable;

namespace CrimeInsight.Core.Overview;

/// <summary>What stands out, and how many combinations were looked at, so that "nothing" means something.</summary>
/// <param name="Tested">Combinations with enough cases to test.</param>
/// <param name="PassedBeforeCorrection">p ≤ level before correction.</param>
/// <param name="PassedAfterCorrection">Adjusted p ≤ level.</param>
/// <param name="Level">False discovery rate.</param>
/// <param name="Findings">The most surprising of those that passed after correction.</param>
public sealed record StandsOutReport(int Tested, int PassedBeforeCorrection, int PassedAfterCorrection, double Level, ImmutableArray<StandsOutFinding> Findings);
