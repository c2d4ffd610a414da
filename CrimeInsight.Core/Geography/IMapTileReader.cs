using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Geography;

/// <summary>Port: incident counts for the density map, within a person's rights.</summary>
public interface IMapTileReader
{
    /// <summary>
    /// Cells of a tile and its margin of <see cref="MapTileQuery.MarginCells"/>. Sensitive cases stay in cells of at least
    /// 2 km, and where fewer than five could be told apart they are left out. Unknown codes give no cells.
    /// </summary>
    Task<MapTileCounts> ReadAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>
    /// Mean cases per square kilometre over the places (cells of about 35 km) that have any, for all of the query's filters;
    /// the tile does not matter. One colour scale for all tiles of a map follows from it. 0 without cases.
    /// </summary>
    ValueTask<double> ReadMeanDensityAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken);
}
