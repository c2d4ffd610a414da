using System.Buffers;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Maps;

namespace CrimeInsight.Web.Shared.Maps.Tiles;

/// <summary>
/// Draws the density of incidents on one tile: counts per square kilometre, smoothed over neighbouring cells (binomial
/// kernel 1-2-1 both ways), on a logarithmic colour scale that is the same for all tiles of a query.
/// </summary>
public static class DensityTileRenderer
{
    /// <summary>Density, as a multiple of the mean over occupied places, from which a tile shows colour at all.</summary>
    private const double LowMultiple = 0.15;

    /// <summary>Multiple at which the scale ends, for cells of 35 km; finer cells reach further up.</summary>
    private const double HighMultiple = 40;

    private const int BaseGridZoom = 10;
    private const double HighGrowthPerZoom = 1.35;

    private static readonly byte[] s_empty = PalettePng.Encode(new byte[1], 1, [0]);

    /// <summary>The tile without incidents, always the same bytes: one transparent point, which browsers stretch.</summary>
    public static ReadOnlyMemory<byte> Empty => s_empty;

    /// <param name="meanDensity">From <see cref="IMapTileReader.ReadMeanDensityAsync"/>.</param>
    /// <param name="pixels">Edge of the picture: 256, or 512 for sharp screens.</param>
    /// <returns>A PNG; <see cref="Empty"/> when nothing would show.</returns>
    public static ReadOnlyMemory<byte> Render(MapTileQuery tile, MapTileCounts counts, double meanDensity, DensityRamp ramp, int pixels = 256)
    {
        if (counts.Cells.Count == 0 || !(meanDensity > 0))
            return Empty;
        var grid = DensityGrid.Of(tile, counts);
        var levels = Levels(grid, meanDensity, counts.GridZoom);
        var indexes = ArrayPool<byte>.Shared.Rent(pixels * pixels);
        try
        {
            var isBlank = Paint(levels, grid.Side, grid.FullSide, indexes, pixels);
            return isBlank ? Empty : PalettePng.Encode(indexes.AsSpan(0, pixels * pixels), pixels, ramp.Palette.AsSpan());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(indexes);
        }
    }

    /// <summary>Smoothed densities as positions on the colour scale, 0 … 1 and below 0 for what does not show.</summary>
    private static float[] Levels(DensityGrid grid, double meanDensity, int gridZoom)
    {
        var low = LowMultiple * meanDensity;
        var high = HighMultiple * meanDensity * Math.Pow(HighGrowthPerZoom, Math.Max(0, gridZoom - BaseGridZoom));
        var scale = 1 / Math.Log(high / low);
        var smooth = Smooth(grid.Values, grid.FullSide);
        var levels = new float[smooth.Length];
        for (var i = 0; i < smooth.Length; i++)
            levels[i] = (float)Math.Clamp(Math.Log(Math.Max(smooth[i], 1e-12 * low) / low) * scale, -0.25, 1);
        return levels;
    }

    private static double[] Smooth(double[] values, int side)
    {
        var across = new double[values.Length];
        var smooth = new double[values.Length];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                across[y * side + x] = (values[y * side + Math.Max(0, x - 1)] + 2 * values[y * side + x] + values[y * side + Math.Min(side - 1, x + 1)]) / 4;
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                smooth[y * side + x] = (across[Math.Max(0, y - 1) * side + x] + 2 * across[y * side + x] + across[Math.Min(side - 1, y + 1) * side + x]) / 4;
        return smooth;
    }

    /// <summary>Bilinear between cell centres. True when every pixel is transparent.</summary>
    private static bool Paint(float[] levels, int side, int fullSide, Span<byte> indexes, int pixels)
    {
        var any = 0;
        var cellsPerPixel = (float)side / pixels;
        for (var row = 0; row < pixels; row++)
        {
            var y = (row + 0.5f) * cellsPerPixel - 0.5f + MapTileQuery.MarginCells;
            var top = (int)y;
            var down = y - top;
            var upper = levels.AsSpan(top * fullSide, fullSide);
            var lower = levels.AsSpan((top + 1) * fullSide, fullSide);
            for (var column = 0; column < pixels; column++)
            {
                var x = (column + 0.5f) * cellsPerPixel - 0.5f + MapTileQuery.MarginCells;
                var left = (int)x;
                var right = x - left;
                var above = upper[left] + right * (upper[left + 1] - upper[left]);
                var below = lower[left] + right * (lower[left + 1] - lower[left]);
                var level = above + down * (below - above);
                var index = level <= 0 ? 0 : (byte)(level * (DensityRamp.Length - 1) + 0.5f);
                any |= index;
                indexes[row * pixels + column] = (byte)index;
            }
        }

        return any == 0;
    }
}
