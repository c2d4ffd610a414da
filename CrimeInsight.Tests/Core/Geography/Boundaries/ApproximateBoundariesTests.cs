using System.IO.Compression;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Geography.Boundaries;

public sealed class ApproximateBoundariesTests(IndiaShapes india) : IClassFixture<IndiaShapes>
{
    [Fact]
    public void Compute_AllDistricts_GivesEachAShapeAndEachStateAndTheCountry()
    {
        Assert.Equal(735, india.Districts.Count);
        Assert.All(india.Districts, district => Assert.True(india.Shapes[district.Code].AreaSquareKilometres > 3, district.Code));
        Assert.Equal(36, india.States.Count());
        Assert.Equal(735 + 36 + 1, india.Shapes.Count);
    }

    [Theory]
    [InlineData("IN-TN", 13.0827, 80.2707)]
    [InlineData("IN-MH", 18.5204, 73.8567)]
    [InlineData("IN-DL", 28.6139, 77.2090)]
    [InlineData("IN-CH", 30.7333, 76.7794)]
    [InlineData("IN-JK", 34.0837, 74.7973)]
    [InlineData("IN-LA", 34.1526, 77.5771)]
    [InlineData("IN-LA", 35.9208, 74.3089)]
    [InlineData("IN-LA", 35.2000, 79.3000)]
    [InlineData("IN-AR", 27.5860, 91.8650)]
    [InlineData("IN-SK", 27.3314, 88.6138)]
    [InlineData("IN-TR", 23.8315, 91.2868)]
    [InlineData("IN-TG", 17.3850, 78.4867)]
    public void Compute_KnownPlace_LiesInItsState(string state, double latitude, double longitude)
    {
        var place = new GeoPoint(latitude, longitude);
        Assert.Equal([state], india.States.Where(code => india.Shapes[code].Contains(place)));
        Assert.True(india.Shapes["IN"].Contains(place));
    }

    [Theory]
    [InlineData("IN-AN-602", 11.6234, 92.7265)]
    [InlineData("IN-PY-600", 11.9139, 79.8145)]
    [InlineData("IN-PY-X01", 11.7306, 75.5440)]
    [InlineData("IN-DH-464", 20.7144, 70.9874)]
    [InlineData("IN-DH-463", 20.4140, 72.8320)]
    [InlineData("IN-DH-465", 20.2740, 73.0080)]
    [InlineData("IN-LA-006", 34.5600, 76.1300)]
    public void Compute_KnownTown_LiesInItsDistrict(string district, double latitude, double longitude) =>
        Assert.Equal(district, india.DistrictAt(new GeoPoint(latitude, longitude)));

    [Theory]
    [InlineData(27.7172, 85.3240)] // Kathmandu
    [InlineData(23.8103, 90.4125)] // Dhaka
    [InlineData(6.9271, 79.8612)] // Colombo
    [InlineData(14.8800, 93.6300)] // Preparis
    [InlineData(15.0000, 88.0000)] // Bay of Bengal
    public void Compute_PlaceAbroad_LiesNowhere(double latitude, double longitude) =>
        Assert.All(india.Shapes.Values, shape => Assert.False(shape.Contains(new GeoPoint(latitude, longitude))));

    [Fact]
    public void Compute_DistrictPoints_LieInTheirOwnCellUnlessOutsideTheirState()
    {
        var astray = india.Districts.Where(district => !india.Shapes[district.Code].Contains(district.Point)).ToList();
        Assert.All(astray, district => Assert.False(india.Shapes[district.StateCode].Contains(district.Point), district.Code));
        Assert.True(astray.Count <= 5, string.Join(", ", astray.Select(district => district.Code)));
    }

    [Fact]
    public void Compute_Areas_AddUpAtEveryLevel()
    {
        foreach (var state in india.States)
        {
            var districts = india.Districts.Where(district => district.StateCode == state).Sum(district => india.Shapes[district.Code].AreaSquareKilometres);
            Assert.Equal(1, districts / india.Shapes[state].AreaSquareKilometres, 1e-6);
        }

        var country = india.Shapes["IN"].AreaSquareKilometres;
        Assert.Equal(1, india.States.Sum(state => india.Shapes[state].AreaSquareKilometres) / country, 1e-5);
        Assert.InRange(country, 3_240_000, 3_310_000);
    }

    [Fact]
    public void Compute_RandomPlaces_LieInOneDistrictOfOneStateOrInNone()
    {
        var random = new Random(7);
        var inside = 0;
        for (var i = 0; i < 4000; i++)
        {
            var place = new GeoPoint(6 + random.NextDouble() * 32, 68 + random.NextDouble() * 30);
            var district = india.DistrictAt(place);
            var state = india.States.SingleOrDefault(code => india.Shapes[code].Contains(place));
            Assert.Equal(state, district?[..5]);
            if (district is null)
                continue;
            Assert.True(india.Shapes["IN"].Contains(place));
            inside++;
        }

        Assert.InRange(inside, 900, 1800);
    }

    [Fact]
    public void Compute_FewDistrictsInAnotherOrder_GivesTheSameShapesAndOutlinesElsewhere()
    {
        var assam = india.Districts.Where(district => district.StateCode == "IN-AS").Reverse().ToList();
        var shapes = ApproximateBoundaries.Compute(india.Svg, assam).ToDictionary(shape => shape.Code, shape => shape.Shape);
        Assert.All(assam, district => Assert.Equal(india.Shapes[district.Code].AreaSquareKilometres, shapes[district.Code].AreaSquareKilometres, 30.0));
        Assert.Equal(assam.Count + 35 + 1, shapes.Count);
        Assert.Equal(india.Shapes["IN-TN"].AreaSquareKilometres, shapes["IN-TN"].AreaSquareKilometres, 300.0);
    }

    [Fact]
    public void Compute_AllDistrictsInAnotherOrder_GivesTheSameBytes()
    {
        var again = ApproximateBoundaries.Compute(india.Svg, [.. india.Districts.Reverse()]);
        Assert.Equal(india.Shapes.Count, again.Count);
        Assert.All(again, shape => Assert.Equal(GeoJson.ToBytes(india.Shapes[shape.Code]), GeoJson.ToBytes(shape.Shape)));
    }

    [Fact]
    public void ToBytes_AllDistricts_FitTheirBudget()
    {
        var bytes = india.Districts.Select(district => GeoJson.ToBytes(india.Shapes[district.Code])).ToList();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            bytes.ForEach(part => gzip.Write(part));
        Assert.InRange(bytes.Sum(part => part.Length), 100_000, 400_000);
        Assert.InRange(packed.Length, 20_000, 120_000);
    }
}
