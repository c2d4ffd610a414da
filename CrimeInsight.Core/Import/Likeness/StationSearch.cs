using System.Runtime.InteropServices;

namespace CrimeInsight.Core.Import.Likeness;

/// <summary>Compares the cases of a station: of the same day and the next, and those with the numbers of one reference.</summary>
/// <param name="from">Pairs whose later case lies on this day or after it.</param>
/// <param name="until">And before this day.</param>
internal sealed class StationSearch(TwinCandidates found, int from, int until)
{
    // More cases of two days are not compared each with each.
    private const int MostInBlock = 120;
    private const int Neighbours = 8;
    private const int MostControls = 4;

    // A number that more cases share tells none from another.
    private const int MostOfReference = 3;
    private static readonly int[] s_lags = [7, 14];

    private readonly Dictionary<(int Source, ulong Key), (int First, int Second, int Count)> _references = [];

    public void Run(ReadOnlySpan<CaseTrace> traces)
    {
        var (keys, order) = (new long[traces.Length], new int[traces.Length]);
        for (var i = 0; i < traces.Length; i++)
            (keys[i], order[i]) = (KeyOf(traces[i].Ordinal, traces[i].Day), i);
        Array.Sort(keys, order);
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && keys[end] >> 32 == keys[start] >> 32)
                end++;
            LookAtStation(traces, keys.AsSpan(start, end - start), order.AsSpan(start, end - start));
            start = end;
        }
    }

    private static long KeyOf(int ordinal, int day) => ((long)ordinal << 32) | (uint)day;

    // Cases of one station in the order of days.
    private void LookAtStation(ReadOnlySpan<CaseTrace> traces, ReadOnlySpan<long> keys, ReadOnlySpan<int> order)
    {
        _references.Clear();
        for (var first = 0; first < order.Length;)
        {
            var day = (int)(uint)keys[first];
            var next = Until(keys, day + 1);
            if (day >= from && day < until)
                LookAtDay(traces, keys, order, day, first..next);
            for (var i = first; i < next; i++)
                LookAtReference(traces, order[i], day);
            first = next;
        }
    }

    private void LookAtDay(ReadOnlySpan<CaseTrace> traces, ReadOnlySpan<long> keys, ReadOnlySpan<int> order, int day, Range today)
    {
        var (first, next) = (today.Start.Value, today.End.Value);
        var before = Until(keys, day - 1);
        found.SameDay += PairsOf(next - first) - PairsOf(Stored(traces, order[first..next]));
        found.NextDay += (double)(next - first) * (first - before) - (double)Stored(traces, order[first..next]) * Stored(traces, order[before..first]);
        // Cases of the other days nearby, as many days as a pair spans.
        var others = Until(keys, day + LikenessFinder.BusyDays + 1) - Until(keys, day + 2) + before - Until(keys, day - LikenessFinder.BusyDays);
        var chance = (others + 0.5) * 3 / (2 * (LikenessFinder.BusyDays - 1));
        if (next - before <= MostInBlock)
            for (var i = first; i < next; i++)
                for (var j = before; j < i; j++)
                    found.Compare(traces[order[j]], traces[order[i]], j < first ? 2 : 1, chance);
        else
            CompareCrowd(traces, order[before..next], chance);
        foreach (var lag in s_lags)
            CountControls(traces, order, first..next, Until(keys, day - lag)..Until(keys, day - lag + 1), chance);
    }

    private static double PairsOf(int cases) => cases * (cases - 1.0) / 2;

    private static int Stored(ReadOnlySpan<CaseTrace> traces, ReadOnlySpan<int> order)
    {
        var stored = 0;
        foreach (var index in order)
            stored += traces[index].IsNew ? 0 : 1;
        return stored;
    }

    private void CountControls(ReadOnlySpan<CaseTrace> traces, ReadOnlySpan<int> order, Range today, Range earlier, double chance)
    {
        var (first, count) = (earlier.Start.Value, earlier.End.Value - earlier.Start.Value);
        var compared = Math.Min(count, MostControls);
        for (var i = today.Start.Value; i < today.End.Value; i++)
            for (var k = 0; k < compared; k++)
                found.Own.Add(TraceComparer.Compare(traces[order[first + (i + k) % count]], traces[order[i]], 0), chance, (double)count / compared);
    }

    // What is one case lies side by side in one order or another.
    private void CompareCrowd(ReadOnlySpan<CaseTrace> traces, ReadOnlySpan<int> crowd, double chance)
    {
        Sweep(traces, crowd, chance, trace => trace.IsPlaced ? trace.Latitude : double.NaN);
        Sweep(traces, crowd, chance, trace => trace.Value > 0 ? trace.Value : double.NaN);
        Sweep(traces, crowd, chance, trace => trace.Words > 0 ? trace.Words : double.NaN);
        Sweep(traces, crowd, chance, trace => trace.Reference.Key > 0 ? trace.Reference.Key : double.NaN);
        Sweep(traces, crowd, chance, trace => trace.Minutes is { } minutes ? minutes : double.NaN);
    }

    private void Sweep(ReadOnlySpan<CaseTrace> traces, ReadOnlySpan<int> crowd, double chance, Func<CaseTrace, double> key)
    {
        List<(double Key, int Index)> known = [];
        foreach (var index in crowd)
            if (key(traces[index]) is var value && !double.IsNaN(value))
                known.Add((value, index));
        known.Sort();
        for (var i = 0; i < known.Count; i++)
            for (var j = i + 1; j < Math.Min(known.Count, i + 1 + Neighbours); j++)
            {
                ref readonly var a = ref traces[known[i].Index];
                ref readonly var b = ref traces[known[j].Index];
                // Those of the day before among themselves had their turn.
                if (Math.Max(a.Day, b.Day) is var later && later >= from && Math.Abs(a.Day - b.Day) <= 1)
                    found.Compare(a, b, a.Day == b.Day ? 1 : 2, chance);
            }
    }

    private void LookAtReference(ReadOnlySpan<CaseTrace> traces, int index, int day)
    {
        ref readonly var trace = ref traces[index];
        if (trace.Reference.Key == 0)
            return;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_references, (trace.Source, trace.Reference.Key), out _);
        if (known.Count > 0 && known.Count < MostOfReference && day >= from && day < until)
        {
            CompareFar(traces[known.First], trace);
            if (known.Count > 1)
                CompareFar(traces[known.Second], trace);
        }

        known = known.Count == 0 ? (index, 0, 1) : known with { Second = index, Count = known.Count + 1 };
    }

    // Neighbouring days are compared by themselves.
    private void CompareFar(in CaseTrace earlier, in CaseTrace later)
    {
        if (later.Day - earlier.Day is > 1 and <= LikenessFinder.KeptDays)
            found.Compare(earlier, later, 3, 1);
    }

    // Cases before a day.
    private static int Until(ReadOnlySpan<long> keys, int day)
    {
        var at = keys.BinarySearch((keys[0] & ~(long)uint.MaxValue) | (uint)Math.Max(day, 0));
        if (at < 0)
            return ~at;
        while (at > 0 && keys[at - 1] == keys[at])
            at--;
        return at;
    }
}
