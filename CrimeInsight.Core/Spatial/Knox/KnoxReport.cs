using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>A near-repeat table, with all it was made with.</summary>
/// <param name="Request">The input and its settings.</param>
/// <param name="NearPairs">Pairs within the largest limit of distance, at any time.</param>
/// <param name="Cells">Band of distance after band of distance, by days.</param>
/// <param name="SamePlaceCells">Pairs at the same place, by days.</param>
/// <param name="Calendar">One statement for the same place, then one for each band of distance.</param>
public sealed record KnoxReport(
    KnoxRequest Request,
    long NearPairs,
    ImmutableArray<KnoxCell> Cells,
    ImmutableArray<KnoxCell> SamePlaceCells,
    ImmutableArray<NearRepeatStatement> Calendar)
{
    /// <summary>Cells have a trend, which decided what is elevated.</summary>
    public bool IsTrendKept => Cells.Any(cell => cell.Trend is not null);
}
