using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// Random neighbourhoods, drawn once and used for every place: each draw is a random order of the first few of all places. For a
/// place that comes up among its own random neighbours the last of the draw stands in, so that for every place its neighbours are a
/// random sample of the others, without replacement, as a conditional permutation makes them (Anselin 1995, §4; shared draws: Rey
/// and Anselin, PySAL). The same for the same seed.
/// </summary>
internal sealed class RandomNeighbours
{
    private readonly int[] _drawn;
    private readonly int[] _hitStarts;
    private readonly int[] _hits;

    /// <param name="places">At least one more than <paramref name="most"/>.</param>
    /// <param name="most">Neighbours of a draw.</param>
    public RandomNeighbours(int places, int most, int draws, int seed)
    {
        (Places, Most, Draws) = (places, most, draws);
        _drawn = Draw(places, most + 1, draws, new ReplicaRandom(seed, 0));
        _hitStarts = new int[places + 1];
        _hits = Hits();
    }

    public int Places { get; }

    public int Most { get; }

    public int Draws { get; }

    /// <summary>Neighbour <paramref name="column"/> of every draw.</summary>
    public ReadOnlySpan<int> Column(int column) => _drawn.AsSpan(column * Draws, Draws);

    /// <summary>The place that stands in for one that comes up among its own neighbours, for every draw.</summary>
    public ReadOnlySpan<int> Reserve => Column(Most);

    /// <summary>Where a place comes up: column · draws + draw, ascending.</summary>
    public ReadOnlySpan<int> HitsOf(int place) => _hits.AsSpan(_hitStarts[place].._hitStarts[place + 1]);

    /// <summary>Column by column; the first steps of a Fisher–Yates shuffle that goes on from the last order.</summary>
    private static int[] Draw(int places, int columns, int draws, ReplicaRandom random)
    {
        var (drawn, order) = (new int[columns * draws], new int[places]);
        for (var i = 0; i < places; i++)
            order[i] = i;
        for (var draw = 0; draw < draws; draw++)
        {
            for (var column = 0; column < columns; column++)
            {
                var pick = column + random.NextIndex(places - column);
                (order[column], order[pick]) = (order[pick], order[column]);
                drawn[column * draws + draw] = order[column];
            }
        }

        return drawn;
    }

    private int[] Hits()
    {
        var used = _drawn.AsSpan(0, Most * Draws);
        foreach (var place in used)
            _hitStarts[place + 1]++;
        for (var place = 0; place < Places; place++)
            _hitStarts[place + 1] += _hitStarts[place];
        var (next, hits) = (_hitStarts.ToArray(), new int[used.Length]);
        for (var i = 0; i < used.Length; i++)
            hits[next[used[i]]++] = i;
        return hits;
    }
}
