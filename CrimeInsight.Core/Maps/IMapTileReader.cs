using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Maps;

/// <summary>Port: incident counts for the density map, within a person's rights.</summary>
public interface IMapTileReader
{
    /// <summary>
    /// Cells of a tile and its margin of <see cref="MapTileQuery.MarginCells"/>. Protected cases, of whatever head, are in none, so that no map
    /// less another gives them. Unknown codes give no cells.
    /// </summary>
    Task<MapTileCounts> ReadAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>
    /// Mean cases per square kilometre over the places (cells of about 35 km) that have any, for all of the query's filters, without protected ones;
    /// the tile does not matter. One colour scale for all tiles of a map follows from it. 0 without cases.
    /// </summary>
    ValueTask<double> ReadMeanDensityAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken);
}
