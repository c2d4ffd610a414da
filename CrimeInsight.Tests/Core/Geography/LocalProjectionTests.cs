using CrimeInsight.Core.Geography;

namespace CrimeInsight.Tests.Core.Geography;

public sealed class LocalProjectionTests
{
    private static readonly GeoPoint s_chennai = new(13.0827, 80.2707);
    private static readonly GeoPoint s_delhi = new(28.6139, 77.2090);

    // One degree of a meridian is πR/180; the poles are πR apart; half a degree of the 60th parallel by the cosine rule.
    [Theory]
    [InlineData(10, 77, 11, 77, 111195.080)]
    [InlineData(90, 0, -90, 40, 20015114.442)]
    [InlineData(60, 0, 60, 0.5, 27798.703)]
    public void Metres_KnownPairs_MatchTheFormula(double latitude, double longitude, double toLatitude, double toLongitude, double metres) =>
        Assert.Equal(metres, Distance.Metres(new GeoPoint(latitude, longitude), new GeoPoint(toLatitude, toLongitude)), metres * 1e-6);

    [Fact]
    public void Metres_ChennaiToDelhi_MatchesThePublishedDistance() =>
        Assert.Equal(1_757_000, Distance.Metres(s_chennai, s_delhi), 5_000.0);

    [Fact]
    public void ToPlane_FromOrigin_KeepsDistanceAndBearing()
    {
        var projection = new LocalProjection(s_chennai);
        var delhi = projection.ToPlane(s_delhi);
        Assert.Equal(Distance.Metres(s_chennai, s_delhi), Math.Sqrt(delhi.X * delhi.X + delhi.Y * delhi.Y), 1e-3);
        Assert.Equal(new PlanePoint(0, 0), projection.ToPlane(s_chennai));
        var north = projection.ToPlane(s_chennai with { Latitude = 14 });
        Assert.Equal(0, north.X, 1e-6);
        Assert.True(north.Y > 100_000);
        Assert.True(projection.ToPlane(s_chennai with { Longitude = 81 }).X > 75_000);
    }

    [Fact]
    public void ToGeo_AfterToPlane_ReturnsThePoint()
    {
        var random = new Random(3);
        var projection = LocalProjection.Around([s_chennai, s_delhi]);
        for (var i = 0; i < 500; i++)
        {
            var point = new GeoPoint(6 + random.NextDouble() * 31, 68 + random.NextDouble() * 29);
            var back = projection.ToGeo(projection.ToPlane(point));
            Assert.Equal(point.Latitude, back.Latitude, 1e-9);
            Assert.Equal(point.Longitude, back.Longitude, 1e-9);
        }
    }

    [Fact]
    public void ToPlane_WithinADistrict_KeepsDistancesBetweenAnyTwoPoints()
    {
        var random = new Random(4);
        var projection = new LocalProjection(s_delhi);
        for (var i = 0; i < 200; i++)
        {
            var (a, b) = (Near(random), Near(random));
            var (planeA, planeB) = (projection.ToPlane(a), projection.ToPlane(b));
            var metres = Distance.Metres(a, b);
            Assert.Equal(metres, Math.Sqrt(Math.Pow(planeA.X - planeB.X, 2) + Math.Pow(planeA.Y - planeB.Y, 2)), metres * 1e-4 + 1e-6);
        }
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(91, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void Constructor_NotAPlace_Refuses(double latitude, double longitude) =>
        Assert.Contains("−90…90°", Assert.Throws<ArgumentOutOfRangeException>(() => new LocalProjection(new GeoPoint(latitude, longitude))).Message,
            StringComparison.Ordinal);

    private static GeoPoint Near(Random random) =>
        new(s_delhi.Latitude + random.NextDouble() - 0.5, s_delhi.Longitude + random.NextDouble() - 0.5);
}
