using System.Numerics;

namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>Pairs by row and band of days: on the data and on each replica.</summary>
/// <param name="Observed">By row, then band.</param>
/// <param name="Replicas">One list for each replica.</param>
internal sealed record KnoxCounts(long[] Observed, long[][] Replicas)
{
    /// <summary>Longest time between two events whose whole days fit 16 bits.</summary>
    private const double MostShortDays = short.MaxValue;

    /// <param name="done">Told the number of replicas made, from any thread.</param>
    public static KnoxCounts Of(KnoxRequest request, NearPairs pairs, KnoxStrata strata, IProgress<int>? done, ParallelOptions options)
    {
        var first = request.Days.Min();
        var times = Array.ConvertAll(pairs.Events, at => request.Days[at] - first);
        // Whole days of less than a century: four times as many at once, and the same counts.
        return request.Days.All(double.IsInteger) && times.Max() <= MostShortDays
            ? Count(request, pairs, Array.ConvertAll(times, time => (short)time),
                [.. request.DayLimits.Select(limit => (short)Math.Min(MostShortDays, Math.Floor(limit)))], strata, done, options)
            : Count(request, pairs, Array.ConvertAll(pairs.Events, at => request.Days[at]), [.. request.DayLimits], strata, done, options);
    }

    private static KnoxCounts Count<T>(
        KnoxRequest request, NearPairs pairs, T[] times, T[] limits, KnoxStrata strata, IProgress<int>? done, ParallelOptions options)
        where T : unmanaged, INumber<T>
    {
        var cells = pairs.Rows * limits.Length;
        var observed = new long[cells];
        new PairCounter<T>(pairs, times, limits, strata).Observe(observed);
        var replicas = new long[request.Replicas][];
        var (lanes, finished) = (PairCounter<T>.Lanes, 0);
        Parallel.For(0, (replicas.Length + lanes - 1) / lanes, options, () => new PairCounter<T>(pairs, times, limits, strata), (batch, _, counter) =>
        {
            var start = batch * lanes;
            var count = Math.Min(lanes, replicas.Length - start);
            var counts = new long[count * cells];
            counter.Permute(request.Seed, start, count, counts);
            for (var lane = 0; lane < count; lane++)
                replicas[start + lane] = counts[(lane * cells)..((lane + 1) * cells)];
            done?.Report(Interlocked.Add(ref finished, count));
            return counter;
        }, _ => { });
        return new KnoxCounts(observed, replicas);
    }
}
