namespace CrimeInsight.Core.Maps;

/// <summary>What a tile shows.</summary>
/// <param name="GridZoom">Zoom of the finest cells.</param>
/// <param name="Cells">Cells that are not empty, of the tile and its margin.</param>
/// <param name="Source">Table that answered.</param>
public sealed record MapTileCounts(int GridZoom, IReadOnlyList<MapCellCount> Cells, string Source);
