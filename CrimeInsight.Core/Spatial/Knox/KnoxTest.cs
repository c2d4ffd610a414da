using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>
/// Near repeats: are there more pairs of events close in space and in time than if the times had been dealt to the places at
/// random? Counts pairs by band of distance and band of days (Knox 1964, doi:10.2307/2985220); p by permutation of the event
/// times, which keeps every place and every time and so is not misled by hot places or busy months (Johnson et al. 2007,
/// doi:10.1007/s10940-007-9025-3), and on request places that grow (<see cref="KnoxStrata"/>). Upper tail, corrected over all cells.
/// </summary>
/// <remarks>O(p·d·r) for p near pairs, d bands of days and r replicas; pairs are found once.</remarks>
public static class KnoxTest
{
    /// <summary>Tests. The same report for the same request, whatever the number of threads.</summary>
    /// <param name="done">Told the number of replicas made, from any thread.</param>
    /// <param name="threads">Most threads at once, 1 or more.</param>
    /// <exception cref="ArgumentException">More near pairs than fit memory.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static KnoxReport Run(KnoxRequest request, IProgress<int>? done, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var pairs = NearPairs.Of(request, cancellationToken);
        var strata = request.IsTrendKept ? KnoxStrata.Of(request, pairs) : null;
        var table = Table(request, pairs, KnoxStrata.Whole(request, pairs), done, options);
        KnoxCell[] cells = [.. Enumerable.Range(0, pairs.Rows * request.DayLimits.Length).Select(table.Cell)];
        if (strata is not null)
        {
            table = Table(request, pairs, strata, null, options);
            for (var i = 0; i < cells.Length; i++)
                cells[i] = cells[i] with { Trend = table.Trend(i) };
        }

        Correct(request, cells);
        var bands = request.DayLimits.Length;
        var calendar = Enumerable.Range(0, pairs.Rows).Select(row => table.Statement(row, cells.AsSpan(row * bands, bands)));
        return new KnoxReport(request, pairs.Count, [.. cells[bands..]], [.. cells[..bands]], [.. calendar]);
    }

    private static KnoxTable Table(KnoxRequest request, NearPairs pairs, KnoxStrata strata, IProgress<int>? done, ParallelOptions options) =>
        new(request, KnoxCounts.Of(request, pairs, strata, done, options), strata.Expected(request, pairs));

    // Cells that cannot hold a pair are no tests.
    private static void Correct(KnoxRequest request, KnoxCell[] cells)
    {
        int[] tested = [.. Enumerable.Range(0, cells.Length).Where(i => (cells[i].Trend?.Expected ?? cells[i].Expected) > 0)];
        var p = Array.ConvertAll(tested, i => cells[i].Trend?.P ?? cells[i].P);
        var adjusted = request.Correction == CellCorrection.Holm ? MultipleTesting.Holm(p) : MultipleTesting.BenjaminiHochberg(p);
        for (var k = 0; k < tested.Length; k++)
        {
            var cell = cells[tested[k]];
            cells[tested[k]] = cell with
            {
                PAdjusted = adjusted[k],
                IsElevated = adjusted[k] <= request.Alpha && (cell.Trend is { } trend ? trend.Ratio : cell.Ratio) >= request.LeastRatio,
            };
        }
    }
}
