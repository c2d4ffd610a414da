using System.Collections.Immutable;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Overview;

/// <summary>What stands out, and how many combinations were looked at, so that "nothing" means something.</summary>
/// <param name="Tested">Combinations with enough cases to test.</param>
/// <param name="PassedBeforeCorrection">p ≤ level before correction.</param>
/// <param name="PassedAfterCorrection">Adjusted p ≤ level.</param>
/// <param name="Level">False discovery rate.</param>
/// <param name="Findings">The most surprising of those that passed after correction.</param>
public sealed record StandsOutReport(int Tested, int PassedBeforeCorrection, int PassedAfterCorrection, double Level, ImmutableArray<StandsOutFinding> Findings)
{
    /// <summary>Cases that could not be compared; null: none of either period.</summary>
    public WithheldCases? Withheld { get; init; }

    /// <summary>Combinations were left out because a figure of theirs is withheld.</summary>
    public bool HasSuppressed { get; init; }
}
