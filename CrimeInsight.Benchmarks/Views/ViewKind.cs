namespace CrimeInsight.Benchmarks.Views;

/// <summary>How the figures of a view are held against each other.</summary>
internal enum ViewKind
{
    /// <summary>Row by row and column by column.</summary>
    Table,

    /// <summary>All figures of a page in any order.</summary>
    Page,

    /// <summary>As a whole.</summary>
    Bytes,
}
