using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots.NearRepeat;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A near-repeat table without the places and times it was made from.</summary>
/// <param name="Replicas">As <see cref="KnoxRequest.Replicas"/>, and so on.</param>
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
    internal static NearRepeatTable Of(KnoxReport report) => new(
        report.Request.Replicas, report.Request.Seed, report.Request.Alpha, report.Request.LeastRatio, report.Request.Correction,
        report.NearPairs, report.Cells, report.SamePlaceCells, report.Calendar);
}
