using System.Runtime.CompilerServices;

namespace CrimeInsight.Data.Queries;

/// <summary>A group with its tallies in every slice.</summary>
/// <param name="Heads">What it counts.</param>
internal sealed class QueryCell(CellKey key, HeadGroup heads)
{
    private Slices _all;
    private Slices _sensitive;

    // Slices of which nothing is told, as bits.
    private int _untold;

    public CellKey Key { get; } = key;

    public HeadGroup Heads { get; } = heads;

    public Tally All(int slice) => _all[slice];

    /// <summary>Sensitive cases only.</summary>
    public Tally Sensitive(int slice) => _sensitive[slice];

    public void Set(int slice, Tally all, Tally sensitive)
    {
        _all[slice] = all;
        _sensitive[slice] = sensitive;
    }

    /// <summary>No case in any slice.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (var tally in _all)
                if (tally.Cases > 0)
                    return false;
            return true;
        }
    }

    /// <summary>Nothing is told of a slice.</summary>
    public bool IsUntold(int slice) => (_untold >> slice & 1) != 0;

    /// <summary>Counts the sensitive cases of a slice no longer, and tells nothing of it.</summary>
    public void Untell(int slice)
    {
        SetApart(slice);
        _untold |= 1 << slice;
    }

    /// <summary>Counts the sensitive cases of a slice no longer.</summary>
    public void SetApart(int slice) => Set(slice, _all[slice] - _sensitive[slice], default);

    [InlineArray(QuerySlice.Count)]
    private struct Slices
    {
        private Tally _first;
    }
}
