using System.Runtime.CompilerServices;

namespace CrimeInsight.Data.Queries;

/// <summary>A group with its tallies in every slice.</summary>
/// <param name="Heads">What it counts.</param>
internal sealed class QueryCell(CellKey key, HeadGroup heads)
{
    private Slices _all;
    private Slices _sensitive;

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

    [InlineArray(QuerySlice.Count)]
    private struct Slices
    {
        private Tally _first;
    }
}
