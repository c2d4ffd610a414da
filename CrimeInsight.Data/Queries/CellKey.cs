namespace CrimeInsight.Data.Queries;

/// <summary>Keys of a cell, as in <see cref="CellRow"/>. Ordered like the rows of a result.</summary>
internal readonly record struct CellKey(int K1, int K2, int K3) : IComparable<CellKey>
{
    public int this[int dimension] => dimension switch
    {
        0 => K1,
        1 => K2,
        _ => K3,
    };

    /// <summary>The line through this cell along a dimension.</summary>
    public CellKey Along(int dimension) => dimension switch
    {
        0 => this with { K1 = 0 },
        1 => this with { K2 = 0 },
        _ => this with { K3 = 0 },
    };

    public int CompareTo(CellKey other) => (K1, K2, K3).CompareTo((other.K1, other.K2, other.K3));
}
