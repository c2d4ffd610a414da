using System.Numerics;
using System.Runtime.Intrinsics;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>
/// Counts the near pairs by row and band of days with the events' times permuted, as many replicas at once as a vector has
/// lanes. Not for several threads at once.
/// </summary>
/// <typeparam name="T">A number that holds all times exactly.</typeparam>
internal sealed class PairCounter<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Pairs after which counters are emptied: fits a 16-bit counter.</summary>
    private const int MostPairs = 32_000;

    private readonly NearPairs _pairs;
    private readonly T[] _times;
    private readonly KnoxStrata _strata;
    private readonly T[] _shuffled;
    private readonly T[] _lanes;
    private readonly Vector512<T>[] _limits;
    private readonly Vector512<T>[] _counters;

    /// <param name="times">In the order of the pairs' events.</param>
    /// <param name="limits">Upper limits of the bands of days.</param>
    /// <param name="strata">Within which times are permuted.</param>
    public PairCounter(NearPairs pairs, T[] times, T[] limits, KnoxStrata strata)
    {
        (_pairs, _times, _strata, _shuffled, _lanes) = (pairs, times, strata, new T[times.Length], new T[times.Length * Lanes]);
        _limits = Array.ConvertAll(limits, Vector512.Create);
        _counters = new Vector512<T>[limits.Length];
    }

    /// <summary>Replicas at once.</summary>
    public static int Lanes => Vector512<T>.Count;

    /// <summary>Counts with the times as they are.</summary>
    /// <param name="counts">By row, then band; added to.</param>
    public void Observe(Span<long> counts)
    {
        for (var at = 0; at < _times.Length; at++)
            _lanes[at * Lanes] = _times[at];
        Count(counts, replicas: 1);
    }

    /// <summary>Counts of replicas from a number on.</summary>
    /// <param name="counts">Replica after replica by row, then band; zeros when called.</param>
    public void Permute(long seed, int firstReplica, int replicas, Span<long> counts)
    {
        for (var lane = 0; lane < replicas; lane++)
        {
            var random = new ReplicaRandom(seed, firstReplica + lane);
            for (var next = 0; next < _shuffled.Length; next++)
                _shuffled[next] = _times[_strata.Events[next]];
            for (int next = 0, stratum = 0; next < _shuffled.Length; next++)
            {
                while (next == _strata.Ends[stratum])
                    stratum++;
                var pick = next + random.NextIndex(_strata.Ends[stratum] - next);
                _lanes[_strata.Events[next] * Lanes + lane] = _shuffled[pick];
                _shuffled[pick] = _shuffled[next];
            }
        }

        Count(counts, replicas);
    }

    private void Count(Span<long> counts, int replicas)
    {
        for (var row = 0; row < _pairs.Rows; row++)
        {
            for (var rest = _pairs[row]; rest.Length > 0; rest = rest[Math.Min(rest.Length, MostPairs)..])
            {
                Count(rest[..Math.Min(rest.Length, MostPairs)]);
                Empty(counts, row * _limits.Length, replicas);
            }
        }
    }

    private void Count(ReadOnlySpan<(int First, int Second)> pairs)
    {
        ref var lanes = ref _lanes[0];
        ReadOnlySpan<Vector512<T>> limits = _limits;
        var counters = _counters.AsSpan(0, limits.Length);
        var step = (nuint)Lanes;
        foreach (var (first, second) in pairs)
        {
            var between = Vector512.Abs(Vector512.LoadUnsafe(ref lanes, (nuint)first * step) - Vector512.LoadUnsafe(ref lanes, (nuint)second * step));
            for (var band = 0; band < limits.Length; band++)
                counters[band] += Vector512.ConditionalSelect(Vector512.LessThanOrEqual(between, limits[band]), Vector512<T>.One, Vector512<T>.Zero);
        }
    }

    // Counters hold all pairs up to their limit; bands are the differences.
    private void Empty(Span<long> counts, int firstCell, int replicas)
    {
        var (bands, cells) = (_limits.Length, _pairs.Rows * _limits.Length);
        for (var lane = 0; lane < replicas; lane++)
        {
            var before = 0L;
            for (var band = 0; band < bands; band++)
            {
                var upTo = long.CreateTruncating(_counters[band].GetElement(lane));
                counts[lane * cells + firstCell + band] += upTo - before;
                before = upTo;
            }
        }

        Array.Clear(_counters);
    }
}
