namespace CrimeInsight.Data.Import;

/// <summary>
/// Counts by jurisdiction, head, month and slot: a jurisdiction that has any case has a block with a counter for every head,
/// month and slot, so that summing up both trees is adding blocks, and the sums come out in the order of the primary key.
/// </summary>
/// <param name="slots">Slots are below.</param>
internal sealed class RollupGrid(RollupNodes nodes, int slots)
{
    private const int Months = 12;

    private readonly int _headLength = Months * slots;
    private readonly int[]?[] _blocks = new int[nodes.Ordinals.Length][];

    // Cleared: counted in again.
    private readonly Stack<int[]> _free = [];

    public void Add(int place, int head, int month, int slot) => BlockOf(place)[head * _headLength + (month - 1) * slots + slot]++;

    /// <summary>What was counted since the last time, with all ancestors of its heads and jurisdictions.</summary>
    public RollupSums Sum()
    {
        AddHeads();
        AddPlaces();
        var sums = ToSums();
        Clear();
        return sums;
    }

    private int[] BlockOf(int place) =>
        _blocks[place] ??= _free.TryPop(out var block) ? block : new int[nodes.HeadLevels.Length * _headLength];

    private void Clear()
    {
        for (var place = 0; place < _blocks.Length; place++)
            if (_blocks[place] is { } block)
            {
                Array.Clear(block);
                _free.Push(block);
                _blocks[place] = null;
            }
    }

    // Of every block, each head to its parent, the lowest first.
    private void AddHeads()
    {
        var heads = Enumerable.Range(0, nodes.HeadLevels.Length)
            .Where(head => nodes.HeadParents[head] != RollupNodes.None)
            .OrderByDescending(head => nodes.HeadLevels[head])
            .Select(head => (From: head * _headLength, To: nodes.HeadParents[head] * _headLength))
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
            if (_blocks[place] is { } block && nodes.PlaceParents[place] is >= 0 and var parent)
                Add(block, BlockOf(parent));
    }

    private RollupSums ToSums()
    {
        var sums = new RollupSums(1024);
        var levels = Enumerable.Range(0, _blocks.Length).Where(place => _blocks[place] is not null).GroupBy(place => nodes.PlaceLevels[place]);
        foreach (var level in levels.OrderBy(level => level.Key))
        {
            var places = level.ToArray();
            for (var head = 0; head < nodes.HeadLevels.Length; head++)
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
            sums.Add(RollupKey.OfPlace(level, head, place, at / slots + 1, at % slots), counts[at]);
        }
    }

    private static void Add(ReadOnlySpan<int> from, Span<int> to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] += from[i];
    }
}
