namespace CrimeInsight.Data.Maps;

/// <summary>A cell as read: its zoom, its Z-order number at that zoom, its cases and the sensitive ones among them.</summary>
internal sealed record MapCellRow(int Zoom, long Cell, long Cases, long Sensitive);
