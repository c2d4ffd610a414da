using CrimeInsight.Core.Geography;
using CrimeInsight.Web.Features.Boundaries;

namespace CrimeInsight.Tests.Web.Boundaries;

public sealed class PicturePathsTests
{
    [Fact]
    public void Of_TwoLayers_ShareOnePictureNorthUp()
    {
        var paths = PicturePaths.Of([[Square(0, 0, 1)], [Square(1, 0, 1), Square(0, 0, 1e-6)]]);
        Assert.Equal("-24 -24 1008 1968", paths.ViewBox);
        Assert.Equal(2, paths.Layers.Length);
        Assert.Equal("M0 1920l960 0 0 -960 -960 0z", paths.Layers[0]);
        Assert.Equal("M0 960l960 0 0 -960 -960 0z", paths.Layers[1]);
    }

    [Fact]
    public void Of_Nothing_IsAnEmptyPicture() => Assert.Equal([""], PicturePaths.Of([[]]).Layers);

    // Near the equator a degree is the same both ways.
    private static GeoShape Square(double south, double west, double degrees) =>
        new([new GeoPolygon([new(south, west), new(south, west + degrees), new(south + degrees, west + degrees), new(south + degrees, west)], [])]);
}
