namespace CrimeInsight.Data.Maps;

/// <summary>A cell of a tile's grid as read: its Z-order number and its cases.</summary>
internal sealed record MapCellRow(long Cell, long Cases);
