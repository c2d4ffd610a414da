namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>
/// Spans of time of equal length within which times are permuted: every place keeps as many events in each, and so what trend
/// and season it has of its own. Restricted permutation against the bias of Kulldorff and Hjalmars (1999),
/// doi:10.1111/j.0006-341X.1999.00544.x, that places whose numbers change at different rates are taken for interaction.
/// </summary>
internal sealed class KnoxStrata
{
    /// <summary>Longest bands of days to a span at least: short enough for trends, long enough to tell following days from all.</summary>
    private const double BandsPerSpan = 4;

    private readonly int[] _of;
    private readonly double[][] _times;

    private KnoxStrata(int[] of, double[] days)
    {
        _of = of;
        Events = [.. Enumerable.Range(0, of.Length)];
        Array.Sort(Events, (a, b) => of[a] != of[b] ? of[a].CompareTo(of[b]) : a.CompareTo(b));
        _times = new double[of.Max() + 1][];
        Ends = new int[_times.Length];
        var end = 0;
        for (var stratum = 0; stratum < _times.Length; stratum++)
        {
            var first = end;
            while (end < of.Length && of[Events[end]] == stratum)
                end++;
            Ends[stratum] = end;
            _times[stratum] = Array.ConvertAll(Events[first..end], at => days[at]);
            Array.Sort(_times[stratum]);
        }
    }

    /// <summary>Events, numbered as the pairs are, stratum after stratum.</summary>
    public int[] Events { get; }

    /// <summary>One past the last of each stratum.</summary>
    public int[] Ends { get; }

    public int Count => Ends.Length;

    /// <summary>One for all times.</summary>
    public static KnoxStrata Whole(KnoxRequest request, NearPairs pairs) => new(new int[pairs.Events.Length], DaysOf(request, pairs));

    /// <summary>Null when the whole time is less than two spans.</summary>
    /// <param name="request">Its longest band of days decides.</param>
    public static KnoxStrata? Of(KnoxRequest request, NearPairs pairs)
    {
        var days = DaysOf(request, pairs);
        var (first, last) = (days.Min(), days.Max());
        var count = (int)Math.Min(days.Length, (last - first) / (BandsPerSpan * Math.Max(1, request.DayLimits[^1])));
        if (count < 2)
            return null;
        var span = (last - first) / count;
        return new KnoxStrata(Array.ConvertAll(days, day => Math.Min(count - 1, (int)((day - first) / span))), days);
    }

    /// <summary>Exact mean of the pairs over all such permutations, by row, then band of days.</summary>
    public double[] Expected(KnoxRequest request, NearPairs pairs)
    {
        double[] limits = [.. request.DayLimits];
        // Of two events a span or more apart none are within a band.
        var within = Array.ConvertAll(_times, times => Shares(times, times, limits, isSame: true));
        var next = Enumerable.Range(0, Count - 1).Select(stratum => Shares(_times[stratum], _times[stratum + 1], limits, isSame: false)).ToArray();
        var expected = new double[pairs.Rows * limits.Length];
        for (var row = 0; row < pairs.Rows; row++)
        {
            var (same, neighbours) = (new long[Count], new long[Count]);
            foreach (var (first, second) in pairs[row])
            {
                var (a, b) = (_of[first], _of[second]);
                if (a == b)
                    same[a]++;
                else if (Math.Abs(a - b) == 1)
                    neighbours[Math.Min(a, b)]++;
            }

            for (var band = 0; band < limits.Length; band++)
            {
                for (var stratum = 0; stratum < Count; stratum++)
                    expected[row * limits.Length + band] += same[stratum] * within[stratum][band]
                        + (stratum + 1 < Count ? neighbours[stratum] * next[stratum][band] : 0);
            }
        }

        return expected;
    }

    private static double[] DaysOf(KnoxRequest request, NearPairs pairs) => Array.ConvertAll(pairs.Events, at => request.Days[at]);

    // Of all pairs of one time of each list, the share that is within each band.
    private static double[] Shares(double[] early, double[] late, double[] limits, bool isSame)
    {
        var shares = new double[limits.Length];
        var (all, before) = (isSame ? early.Length * (early.Length - 1.0) / 2 : (double)early.Length * late.Length, 0.0);
        for (var band = 0; band < limits.Length && all > 0; band++)
        {
            var (pairs, first) = (0.0, 0);
            for (var last = 0; last < late.Length; last++)
            {
                while (first < early.Length && late[last] - early[first] > limits[band])
                    first++;
                pairs += (isSame ? last : early.Length) - first;
            }

            shares[band] = (pairs - before) / all;
            before = pairs;
        }

        return shares;
    }
}
