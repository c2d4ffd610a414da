namespace CrimeInsight.Data.Maps;

/// <summary>Where a tile's counts come from.</summary>
internal enum MapCellSource
{
    /// <summary>All cells of zoom 10 the person may see, read once for a filter and remembered.</summary>
    CoarseCells,

    /// <summary>Cells of zoom 13, for all heads and whole months.</summary>
    FineRollup,
    Incidents,
}
