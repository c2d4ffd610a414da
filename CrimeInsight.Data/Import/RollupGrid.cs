namespace CrimeInsight.Data.Import;

/// <summary>
/// Counts by jurisdiction, head, month and slot: a jurisdiction that has any case has a block with a counter for every head,
/// month and slot, so that summing up both trees is adding blocks, and the sums come out in the order of the primary key.
/// </summary>
internal sealed class RollupGrid
{
    private const int Months = 12;

    private readonly RollupNodes _nodes;
    private readonly int[]?[] _blocks;
    private readonly int _slots;
    private readonly int _headLength;

    private RollupGrid(RollupNodes nodes, int slots)
    {
        (_nodes, _slots, _headLength) = (nodes, slots, Months * slots);
        _blocks = new int[nodes.Ordinals.Length][];
    }

    /// <summary>Counts keys, in any order, with all ancestors of their heads and jurisdictions.</summary>
    /// <param name="slots">Slots of the keys are below.</param>
    public static RollupSums Sum(RollupNodes nodes, ReadOnlySpan<ulong> keys, int slots)
    {
        var grid = new RollupGrid(nodes, slots);
        foreach (var key in keys)
            grid.BlockOf(RollupKey.Place(key))[RollupKey.PlaceHead(key) * grid._headLength + (RollupKey.PlaceMonth(key) - 1) * slots + RollupKey.Slot(key)]++;
        grid.AddHeads();
        grid.AddPlaces();
        return grid.ToSums();
    }

    private int[] BlockOf(int place) => _blocks[place] ??= new int[_nodes.HeadLevels.Length * _headLength];

    // Of every block, each head to its parent, the lowest first.
    private void AddHeads()
    {
        var heads = Enumerable.Range(0, _nodes.HeadLevels.Length)
            .Where(head => _nodes.HeadParents[head] != RollupNodes.None)
            .OrderByDescending(head => _nodes.HeadLevels[head])
            .Select(head => (From: head * _headLength, To: _nodes.HeadParents[head] * _headLength))
            .ToArray();
        foreach (var block in _blocks)
            if (block is not null)
                foreach (var (from, to) in heads)
                    Add(block.AsSpan(from, _headLength), block.AsSpan(to, _headLength));
    }

    // Parents come before their children.
    private void AddPlaces()
    {
        for (var place = _blocks.Length - 1; place >= 0; place--)
            if (_blocks[place] is { } block && _nodes.PlaceParents[place] is >= 0 and var parent)
                Add(block, BlockOf(parent));
    }

    private RollupSums ToSums()
    {
        var sums = new RollupSums(1024);
        var levels = Enumerable.Range(0, _blocks.Length).Where(place => _blocks[place] is not null).GroupBy(place => _nodes.PlaceLevels[place]);
        foreach (var level in levels.OrderBy(level => level.Key))
        {
            var places = level.ToArray();
            for (var head = 0; head < _nodes.HeadLevels.Length; head++)
                foreach (var place in places)
                    Append(sums, level.Key, head, place);
        }

        return sums;
    }

    private void Append(RollupSums sums, int level, int head, int place)
    {
        var counts = _blocks[place].AsSpan(head * _headLength, _headLength);
        for (var at = 0; counts[at..].IndexOfAnyExcept(0) is >= 0 and var skipped; at++)
        {
            at += skipped;
            sums.Add(RollupKey.OfPlace(level, head, place, at / _slots + 1, at % _slots), counts[at]);
        }
    }

    private static void Add(ReadOnlySpan<int> from, Span<int> to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] += from[i];
    }
}
