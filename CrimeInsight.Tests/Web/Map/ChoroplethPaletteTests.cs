using CrimeInsight.Web.Shared.Maps;
using SkiaSharp;

namespace CrimeInsight.Tests.Web.Map;

public sealed class ChoroplethPaletteTests
{
    [Theory]
    [InlineData(5, false)]
    [InlineData(7, false)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    public void Fills_EveryStep_DiffersInLightness(int classes, bool isDark)
    {
        var light = ChoroplethPalette.Fills(classes, isDark).Select(fill => Lightness(SKColor.Parse(fill))).ToList();
        Assert.Equal(classes, light.Count);
        Assert.All(light.Zip(light.Skip(1)), pair => Assert.True((isDark ? pair.Second - pair.First : pair.First - pair.Second) >= 6, $"{pair}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Fills_ClassesOutOfRange_Refuses(int classes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChoroplethPalette.Fills(classes, false));

    private static double Lightness(SKColor colour)
    {
        var luminance = 0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);
        return 116 * Math.Cbrt(luminance) - 16;
    }

    private static double Linear(byte channel) => Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);
}
