using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Periods permuted among the cases: every place and every period keeps its number. Few cases: the list is shuffled. Many:
/// the table is drawn cell by cell with hypergeometric counts, which has the same distribution.
/// </summary>
internal sealed class PermutationReplicas : IReplicaSource
{
    /// <summary>Cases a cell from which a hypergeometric count is faster than single draws.</summary>
    private const int ManyPerCell = 25;

    private readonly long _seed;
    private readonly int _total;
    private readonly int[] _ofPlace;
    private readonly int[] _ofPeriod;
    private readonly int[] _periods;

    public PermutationReplicas(ReadOnlySpan<int> cases, int periods, int total, long seed)
    {
        (_seed, _total, _ofPlace, _ofPeriod) = (seed, total, new int[cases.Length / periods], new int[periods]);
        for (var i = 0; i < cases.Length; i++)
        {
            _ofPlace[i / periods] += cases[i];
            _ofPeriod[i % periods] += cases[i];
        }

        _periods = total > (long)ManyPerCell * cases.Length ? []
            : [.. Enumerable.Range(0, periods).SelectMany(period => Enumerable.Repeat(period, _ofPeriod[period]))];
    }

    public ReplicaRoom NewRoom() => new(new int[_periods.Length == 0 ? _ofPeriod.Length : _total], []);

    public double Draw(int replica, Span<int> cells, ReplicaRoom room)
    {
        var random = new ReplicaRandom(_seed, replica);
        if (_periods.Length == 0)
            DrawCounts(cells, room.Counts, ref random);
        else
            Shuffle(cells, room.Counts, ref random);
        return 1;
    }

    private void Shuffle(Span<int> cells, int[] room, ref ReplicaRandom random)
    {
        cells.Clear();
        _periods.CopyTo(room, 0);
        var (next, periods) = (0, _ofPeriod.Length);
        for (var place = 0; place < _ofPlace.Length; place++)
        {
            var row = cells.Slice(place * periods, periods);
            for (var end = next + _ofPlace[place]; next < end; next++)
            {
                var pick = next + random.NextIndex(room.Length - next);
                row[room[pick]]++;
                room[pick] = room[next];
            }
        }
    }

    private void DrawCounts(Span<int> cells, int[] room, ref ReplicaRandom random)
    {
        _ofPeriod.CopyTo(room, 0);
        var (rest, periods) = (_total, room.Length);
        for (var place = 0; place < _ofPlace.Length; place++)
        {
            var (left, others) = (_ofPlace[place], rest);
            for (var period = 0; period < periods; period++)
            {
                var count = period == periods - 1 ? left : CountDraw.Hypergeometric(others, room[period], left, ref random);
                cells[place * periods + period] = count;
                others -= room[period];
                left -= count;
                room[period] -= count;
            }

            rest -= _ofPlace[place];
        }
    }
}
