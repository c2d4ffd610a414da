namespace CrimeInsight.Core.Import.Likeness;

/// <summary>
/// Compares the cases of one head and day that lie near each other in two stations: one case registered where it was told and where it
/// belongs (Zero FIR).
/// </summary>
/// <param name="from">Cases of this day and later.</param>
/// <param name="until">And before this day.</param>
internal sealed class NearbySearch(TwinCandidates found, int from, int until)
{
    private const double FarDegrees = TraceComparer.FarKm / 111.2;

    // What is expected where none was seen in two weeks.
    private const double LeastNear = 0.2;
    private static readonly int[] s_lags = [7, 14];

    private (long Block, float Latitude)[] _keys = [];
    private int[] _order = [];

    public void Run(ReadOnlySpan<CaseTrace> traces)
    {
        List<int> placed = [];
        for (var i = 0; i < traces.Length; i++)
            if (traces[i].IsPlaced)
                placed.Add(i);
        _order = [.. placed];
        _keys = new (long, float)[_order.Length];
        for (var i = 0; i < _order.Length; i++)
            _keys[i] = (BlockOf(traces[_order[i]].HeadId, traces[_order[i]].Day), traces[_order[i]].Latitude);
        Array.Sort(_keys, _order);
        for (var i = 0; i < _order.Length; i++)
            if (traces[_order[i]].Day >= from && traces[_order[i]].Day < until)
                LookAt(traces, i);
    }

    private static long BlockOf(short head, int day) => ((long)head << 32) | (uint)day;

    private void LookAt(ReadOnlySpan<CaseTrace> traces, int at)
    {
        ref readonly var trace = ref traces[_order[at]];
        double near = 0;
        foreach (var lag in s_lags)
            for (var i = FirstNear(trace, trace.Day - lag); IsNear(i, trace, trace.Day - lag); i++)
                near += IsOfOtherStation(trace, traces[_order[i]]) ? 1 : 0;
        var chance = (near + LeastNear) / s_lags.Length;
        foreach (var lag in s_lags)
            for (var i = FirstNear(trace, trace.Day - lag); IsNear(i, trace, trace.Day - lag); i++)
                if (IsOfOtherStation(trace, traces[_order[i]]))
                    found.Other.Add(TraceComparer.Compare(traces[_order[i]], trace, 0), chance, 1);
        // Each pair once: those before it in this order had their turn.
        for (var i = at + 1; IsNear(i, trace, trace.Day); i++)
            if (IsOfOtherStation(trace, traces[_order[i]]))
            {
                found.OtherStation += trace.IsNew || traces[_order[i]].IsNew ? 1 : 0;
                found.Compare(trace, traces[_order[i]], 1, chance);
            }
    }

    private static bool IsOfOtherStation(in CaseTrace one, in CaseTrace other) =>
        one.Ordinal != other.Ordinal && TraceComparer.Kilometres(one, other) <= TraceComparer.FarKm;

    private bool IsNear(int at, in CaseTrace trace, int day) =>
        at < _keys.Length && _keys[at].Block == BlockOf(trace.HeadId, day) && _keys[at].Latitude <= trace.Latitude + FarDegrees;

    private int FirstNear(in CaseTrace trace, int day)
    {
        var key = (BlockOf(trace.HeadId, day), (float)(trace.Latitude - FarDegrees));
        var at = Array.BinarySearch(_keys, key);
        at = at < 0 ? ~at : at;
        while (at > 0 && _keys[at - 1].CompareTo(key) == 0)
            at--;
        return at;
    }
}
