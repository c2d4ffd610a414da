using System.Collections.Immutable;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>What an official table was read as, before anything is kept.</summary>
/// <param name="Cells">Figures of places and heads of ours.</param>
/// <param name="Heads">What its heads are to ours, in its order.</param>
/// <param name="Unplaced">Rows whose place could not be found: counted in their state, in no district.</param>
/// <param name="Checks">Sums that were compared with what is printed.</param>
/// <param name="Differences">Those that differ, the largest first.</param>
/// <param name="Repeats">Rows that stand twice; only the first counts.</param>
public sealed record OfficialDraft(
    int Rows,
    ImmutableArray<int> Years,
    ImmutableArray<OfficialCell> Cells,
    ImmutableArray<PrintedHead> Heads,
    ImmutableArray<UnplacedUnit> Unplaced,
    int Checks,
    ImmutableArray<SumDifference> Differences,
    int Repeats)
{
    public string Sha256 { get; init; } = "";

    /// <summary>Files of another kind: why nothing can be kept.</summary>
    public OfficialProblem? Problem { get; init; }
}
