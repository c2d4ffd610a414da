namespace CrimeInsight.Data.Import;

/// <summary>Keys with how often they were counted.</summary>
internal sealed class RollupSums
{
    private ulong[] _keys;
    private int[] _counts;

    public RollupSums(int capacity = 16)
    {
        _keys = new ulong[capacity];
        _counts = new int[capacity];
    }

    public int Length { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Length);

    public ReadOnlySpan<int> Counts => _counts.AsSpan(0, Length);

    public void Add(ulong key, int count)
    {
        if (Length == _keys.Length)
        {
            Array.Resize(ref _keys, Length * 2);
            Array.Resize(ref _counts, Length * 2);
        }

        _keys[Length] = key;
        _counts[Length++] = count;
    }

    /// <summary>Counts keys that occur any number of times each, in any order.</summary>
    public static RollupSums Of(Span<ulong> keys)
    {
        RadixSort.Sort(keys);
        var sums = new RollupSums(Math.Max(16, keys.Length));
        for (var i = 0; i < keys.Length; i++)
            if (sums.Length > 0 && sums._keys[sums.Length - 1] == keys[i])
                sums._counts[sums.Length - 1]++;
            else
                sums.Add(keys[i], 1);
        return sums;
    }

    /// <summary>Sorts by key and joins equal ones.</summary>
    public void Join()
    {
        RadixSort.Sort(_keys.AsSpan(0, Length), _counts.AsSpan(0, Length));
        var kept = 0;
        for (var i = 1; i < Length; i++)
            if (_keys[i] == _keys[kept])
                _counts[kept] += _counts[i];
            else
                (_keys[++kept], _counts[kept]) = (_keys[i], _counts[i]);
        Length = Math.Min(Length, kept + 1);
    }

    /// <summary>
    /// Adds to sums those of every ancestor in a tree. Children are summed before their parents; levels may be skipped in
    /// any branch, and a parent may have counts of its own.
    /// </summary>
    /// <param name="levels">Number of levels; the root is at 0.</param>
    /// <param name="levelOf">Level of a key's node.</param>
    /// <param name="parentOf">The key with the parent of its node, whose level is lower; null for a root.</param>
    public RollupSums WithAncestors(int levels, Func<ulong, int> levelOf, Func<ulong, ulong?> parentOf)
    {
        var byLevel = Enumerable.Range(0, levels).Select(_ => new RollupSums(1024)).ToArray();
        for (var i = 0; i < Length; i++)
            byLevel[levelOf(_keys[i])].Add(_keys[i], _counts[i]);
        var all = new RollupSums(Length * 2 + 16);
        for (var level = levels - 1; level >= 0; level--)
        {
            var sums = byLevel[level];
            sums.Join();
            for (var i = 0; i < sums.Length; i++)
            {
                all.Add(sums._keys[i], sums._counts[i]);
                if (parentOf(sums._keys[i]) is { } parent)
                    byLevel[levelOf(parent)].Add(parent, sums._counts[i]);
            }
        }

        RadixSort.Sort(all._keys.AsSpan(0, all.Length), all._counts.AsSpan(0, all.Length));
        return all;
    }
}
