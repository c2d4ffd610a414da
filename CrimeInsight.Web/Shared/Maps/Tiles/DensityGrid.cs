using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Maps;

namespace CrimeInsight.Web.Shared.Maps.Tiles;

/// <summary>Cases per square kilometre on the cells of one tile and a margin around it.</summary>
internal sealed class DensityGrid
{
    private DensityGrid(int side, double[] values)
    {
        Side = side;
        Values = values;
    }

    /// <summary>Cells along one edge of the tile itself.</summary>
    public int Side { get; }

    /// <summary>Cells along one edge with the margin.</summary>
    public int FullSide => Side + 2 * MapTileQuery.MarginCells;

    /// <summary>Row by row from the north-west, <see cref="FullSide"/> squared.</summary>
    public double[] Values { get; }

    /// <summary>Spreads the counts of coarse cells evenly over the cells of the grid they cover.</summary>
    public static DensityGrid Of(MapTileQuery tile, MapTileCounts counts)
    {
        var depth = counts.GridZoom - tile.Zoom;
        var side = 1 << Math.Max(0, depth);
        var grid = new DensityGrid(side, new double[(side + 2 * MapTileQuery.MarginCells) * (side + 2 * MapTileQuery.MarginCells)]);
        var (left, top) = (tile.X * side - MapTileQuery.MarginCells, tile.Y * side - MapTileQuery.MarginCells);
        foreach (var cell in counts.Cells)
        {
            var span = 1 << (counts.GridZoom - cell.Zoom);
            var density = cell.Cases / SquareKilometres(cell);
            for (var y = Math.Max(0, cell.Y * span - top); y < Math.Min(grid.FullSide, (cell.Y + 1) * span - top); y++)
                for (var x = Math.Max(0, cell.X * span - left); x < Math.Min(grid.FullSide, (cell.X + 1) * span - left); x++)
                    grid.Values[y * grid.FullSide + x] += density;
        }

        return grid;
    }

    private static double SquareKilometres(MapCellCount cell)
    {
        var latitude = MapCell.CentreOf(cell.Zoom, cell.X, cell.Y).Latitude;
        var edge = 2 * Math.PI * Distance.EarthRadiusMetres / 1000 * Math.Cos(double.DegreesToRadians(latitude)) / (1 << cell.Zoom);
        return edge * edge;
    }
}
