using System.Collections.Immutable;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Core.Hotspots.NearRepeats;

/// <summary>A near-repeat table without the places and times it was made from.</summary>
/// <param name="Replicas">As <see cref="KnoxRequest.Replicas"/>, and so on.</param>
/// <param name="Cells">Held against times that leave every place its own trend, where the period is long enough.</param>
/// <param name="Level">Largest corrected p of a cell that counts as elevated.</param>
/// <param name="NearPairs">As <see cref="KnoxReport.NearPairs"/>, and so on.</param>
public sealed record NearRepeatTable(
    int Replicas,
    long Seed,
    double Level,
    double LeastRatio,
    CellCorrection Correction,
    long NearPairs,
    ImmutableArray<KnoxCell> Cells,
    ImmutableArray<KnoxCell> SamePlaceCells,
    ImmutableArray<NearRepeatStatement> Calendar)
{
    /// <summary>Every place kept its own trend and season.</summary>
    public bool IsTrendKept { get; init; }

    internal static NearRepeatTable Of(KnoxReport report) => new(
        report.Request.Replicas, report.Request.Seed, report.Request.Alpha, report.Request.LeastRatio, report.Request.Correction,
        report.NearPairs, [.. report.Cells.Select(Judged)], [.. report.SamePlaceCells.Select(Judged)], report.Calendar)
    {
        IsTrendKept = report.IsTrendKept,
    };

    // With the figures by which it is called elevated or not.
    private static KnoxCell Judged(KnoxCell cell) => cell.Trend is not { } trend ? cell : cell with
    {
        Expected = trend.Expected,
        Ratio = trend.Ratio,
        RatioLower = trend.RatioLower,
        RatioUpper = trend.RatioUpper,
        P = trend.P,
        Trend = null,
    };
}
