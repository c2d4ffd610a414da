using System.Collections.Immutable;
using System.Text;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Tests.Core.Geography;

public sealed class GeoShapeTests
{
    private static readonly GeoShape s_frame = new([new GeoPolygon(Square(10, 70, 4), [Square(11, 71, 1)])]);

    [Theory]
    [InlineData(10.5, 70.5, true)]
    [InlineData(11.5, 71.5, false)]
    [InlineData(9.9, 70.5, false)]
    [InlineData(13.9, 73.9, true)]
    public void Contains_FrameWithHole_KnowsInsideFromHole(double latitude, double longitude, bool inside) =>
        Assert.Equal(inside, s_frame.Contains(new GeoPoint(latitude, longitude)));

    // A box in degrees covers R²·Δλ·(sin φ₂ − sin φ₁).
    [Fact]
    public void AreaSquareKilometres_FrameWithHole_IsTheDifferenceOfBoxes()
    {
        static double Box(double south, double north, double degrees) => 6371.0088 * 6371.0088 * degrees * Math.PI / 180
            * (Math.Sin(north * Math.PI / 180) - Math.Sin(south * Math.PI / 180));
        Assert.Equal(Box(10, 14, 4) - Box(11, 12, 1), s_frame.AreaSquareKilometres, 1e-6 * s_frame.AreaSquareKilometres);
    }

    [Fact]
    public void ToBytes_FrameWithHole_IsClosedRingsLongitudeFirst() => Assert.Equal(
        """{"type":"MultiPolygon","coordinates":[[[[70,10],[74,10],[74,14],[70,14],[70,10]],[[71,11],[72,11],[72,12],[71,12],[71,11]]]]}""",
        Encoding.UTF8.GetString(GeoJson.ToBytes(s_frame)));

    [Fact]
    public void ToBytes_LongFractions_AreRoundedToTheDecimals()
    {
        var shape = new GeoShape([new GeoPolygon([new(1.23456, 2.00001), new(1.2, 3), new(2, 3)], [])]);
        Assert.Contains("[2,1.235]", Encoding.UTF8.GetString(GeoJson.ToBytes(shape)), StringComparison.Ordinal);
        Assert.Contains("[2.00001,1.23456]", Encoding.UTF8.GetString(GeoJson.ToBytes(shape, decimals: 5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Contains_Empty_IsNowhere()
    {
        var empty = new GeoShape([]);
        Assert.Null(empty.Bounds);
        Assert.False(empty.Contains(new GeoPoint(0, 0)));
        Assert.Equal(0, empty.AreaSquareKilometres);
    }

    private static ImmutableArray<GeoPoint> Square(double south, double west, double degrees) =>
        [new(south, west), new(south, west + degrees), new(south + degrees, west + degrees), new(south + degrees, west)];
}
