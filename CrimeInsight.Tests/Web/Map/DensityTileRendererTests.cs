using System.Collections.Immutable;
using System.Diagnostics;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Web.Shared.Maps.Tiles;
using SkiaSharp;

namespace CrimeInsight.Tests.Web.Map;

public sealed class DensityTileRendererTests
{
    private static readonly MapTileQuery s_tile = new() { Zoom = 8, X = 182, Y = 106, Period = Period.Year(2024) };

    [Fact]
    public void Render_NoCells_IsTheSharedTransparentTile()
    {
        var empty = DensityTileRenderer.Render(s_tile, new MapTileCounts(13, [], ""), 1, DensityRamp.Light);
        Assert.True(empty.Equals(DensityTileRenderer.Empty));
        using var picture = SKBitmap.Decode(empty.Span);
        Assert.Equal(0, picture.GetPixel(0, 0).Alpha);
    }

    [Fact]
    public void Render_CellsTooThinToShow_IsTheSharedTransparentTile() =>
        Assert.True(DensityTileRenderer.Render(s_tile, One(10, 10, 1), 1e6, DensityRamp.Light).Equals(DensityTileRenderer.Empty));

    [Theory]
    [InlineData(256)]
    [InlineData(512)]
    public void Render_OneCell_IsARoundSpotInItsPlace(int pixels)
    {
        using var picture = Draw(One(8, 20, 500), pixels);
        Assert.Equal((pixels, pixels), (picture.Width, picture.Height));
        var scale = pixels / 32;
        Assert.True(Alpha(picture, 8 * scale + scale / 2, 20 * scale + scale / 2) > 100);
        Assert.Equal(0, Alpha(picture, 16 * scale, 20 * scale));
        Assert.Equal(0, Alpha(picture, 8 * scale, 8 * scale));
        // The same up, down, left and right of the middle.
        var (x, y) = (8 * scale + scale / 2, 20 * scale + scale / 2);
        int[] around = [Alpha(picture, x - scale, y), Alpha(picture, x + scale - 1, y), Alpha(picture, x, y - scale), Alpha(picture, x, y + scale - 1)];
        Assert.InRange(around.Max() - around.Min(), 0, 2);
    }

    [Fact]
    public void Render_MoreCases_IsStrongerAndDarker()
    {
        var spots = new[] { 2, 8, 32, 128 }.Select(cases =>
        {
            using var picture = Draw(One(16, 16, cases));
            var colour = picture.GetPixel(132, 132);
            return (colour.Alpha, Light: Lightness(colour));
        }).ToList();
        Assert.All(spots.Zip(spots.Skip(1)), pair => Assert.True(pair.Second.Alpha >= pair.First.Alpha && pair.Second.Light < pair.First.Light));
    }

    [Fact]
    public void Render_NeighbouringTiles_MeetWithoutASeam()
    {
        // A spot on the border between two tiles is in the margin of each.
        var left = new MapTileCounts(13, [new(13, 183 * 32, 106 * 32 + 10, 900), new(13, 183 * 32 - 1, 106 * 32 + 11, 300)], "");
        using var west = Draw(left);
        using var east = SKBitmap.Decode(DensityTileRenderer.Render(s_tile with { X = 183 }, left, 0.02, DensityRamp.Light).Span);
        for (var y = 0; y < 256; y++)
            Assert.InRange(Math.Abs(Alpha(west, 255, y) - Alpha(east, 0, y)), 0, 12);
        Assert.Contains(Enumerable.Range(0, 256), y => Alpha(west, 255, y) > 100);
    }

    [Fact]
    public void Of_CoarseCell_IsSpreadOverItsArea()
    {
        var tile = s_tile with { Zoom = 12, X = 2912, Y = 1696 };
        var grid = DensityGrid.Of(tile, new MapTileCounts(17, [new(13, 2 * 2912, 2 * 1696, 640)], ""));
        Assert.Equal(32, grid.Side);
        var covered = grid.Values.Count(value => value > 0);
        // A quarter of the tile: 16 × 16 cells.
        Assert.Equal(256, covered);
        Assert.Equal(grid.Values.Max(), grid.Values.Where(value => value > 0).Min());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Palette_LowToHigh_RunsAwayFromTheBackgroundInLightness(bool isDark)
    {
        var palette = (isDark ? DensityRamp.Dark : DensityRamp.Light).Palette;
        Assert.Equal(0u, palette[0] & 255);
        var light = palette.Select(colour => Lightness(new SKColor((byte)(colour >> 24), (byte)(colour >> 16), (byte)(colour >> 8)))).ToList();
        Assert.All(light.Zip(light.Skip(1)), pair => Assert.True(isDark ? pair.Second >= pair.First - 0.6 : pair.Second <= pair.First + 0.6));
        Assert.True(Math.Abs(light[^1] - light[0]) > 60);
        Assert.All(palette.Zip(palette.Skip(1)), pair => Assert.True((pair.Second & 255) >= (pair.First & 255)));
    }

    [Fact]
    public void Render_FullTile_TakesAFewMilliseconds()
    {
        var random = new Random(1);
        ImmutableArray<MapCellCount> cells = [
            .. Enumerable.Range(0, 36 * 36).Select(i => new MapCellCount(13, 182 * 32 - 2 + i % 36, 106 * 32 - 2 + i / 36, random.Next(1, 400)))];
        var counts = new MapTileCounts(13, cells, "");
        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var clock = Stopwatch.GetTimestamp();
            var bytes = DensityTileRenderer.Render(s_tile, counts, 0.02, DensityRamp.Light).Length;
            Assert.InRange(bytes, 1000, 60_000);
            return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        });
        Assert.InRange(fastest, 0, 20);
    }

    private static MapTileCounts One(int column, int row, int cases) => new(13, [new(13, 182 * 32 + column, 106 * 32 + row, cases)], "");

    private static SKBitmap Draw(MapTileCounts counts, int pixels = 256) =>
        SKBitmap.Decode(DensityTileRenderer.Render(s_tile, counts, 0.02, DensityRamp.Light, pixels).Span);

    private static int Alpha(SKBitmap picture, int x, int y) => picture.GetPixel(x, y).Alpha;

    private static double Lightness(SKColor colour)
    {
        var luminance = 0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);
        return luminance > 0.008856 ? 116 * Math.Cbrt(luminance) - 16 : 903.3 * luminance;
    }

    private static double Linear(byte channel) => channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
