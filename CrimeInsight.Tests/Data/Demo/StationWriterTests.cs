using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Data.Demo;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Core.Demo;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Demo;

public sealed class StationWriterTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly string s_seedFolder = Path.Combine(AppContext.BaseDirectory, "seed-data");

    [Fact]
    public async Task EnsureAsync_Twice_AddsEveryStationOnce()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var added = await StationWriter.EnsureAsync(database.OwnerConnectionString, s_seedFolder, cancellation);
        Assert.Equal(DemoSeed.Stations.Length, added);
        Assert.Equal(0, await StationWriter.EnsureAsync(database.OwnerConnectionString, s_seedFolder, cancellation));

        using var reader = new ReferenceDataReader(database.App);
        var places = (await reader.GetAsync(cancellation)).Jurisdictions;
        var stations = places.Within(places.Root!, JurisdictionLevel.Station).ToList();
        Assert.Equal(added, stations.Count);
        Assert.All(stations, station => Assert.True(places.Find(station.ParentId!.Value)!.Contains(station)));
        Assert.Equal(DemoSeed.Stations.Select(station => station.Code).Order(), stations.Select(station => station.Code).Order());
    }

    [Fact]
    public async Task ReadAsync_ReferenceTables_GiveWhatSeedDataHolds()
    {
        await using var connection = await database.App.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var inputs = await DemoInputsReader.ReadAsync(connection, TestContext.Current.CancellationToken);
        var seed = DemoSeed.Inputs;
        Assert.Equal(seed.Districts.Select(district => (district.Code, district.Point, district.Population)).Order(),
            inputs.Districts.Select(district => (district.Code, district.Point, district.Population)).Order());
        Assert.Equal(seed.Heads, inputs.Heads);
        Assert.Equal(seed.Figures.Order(Comparer), inputs.Figures.Order(Comparer));
        Assert.Equal(seed.Towns.Length, inputs.Towns.Length);
        Assert.Equal(seed.Rates.Length, inputs.Rates.Length);
        Assert.Equal(seed.Festivals.Count(festival => festival.Key == "holi"), inputs.Festivals.Count(festival => festival.Key == "holi"));
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[77,12],[78,12],[78,13],[77,12]]]}""", 1)]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[77,12],[78,12],[78,13],[77,12]]],[[[70,12],[71,12],[71,13],[70,12]],[[70.2,12.1],[70.3,12.1],[70.3,12.2],[70.2,12.1]]]]}""", 3)]
    [InlineData(null, 0)]
    public void RingsOf_GeoJson_GivesEveryRingLatitudeFirst(string? geometry, int rings)
    {
        var found = DemoInputsReader.RingsOf(geometry);
        Assert.Equal(rings, found.Length);
        if (rings > 0)
            Assert.Equal((12, 77), (found[0][0].Latitude, found[0][0].Longitude));
    }

    private static readonly Comparer<CrimeInsight.Core.Demo.DemoFigure> Comparer = Comparer<CrimeInsight.Core.Demo.DemoFigure>.Create(
        (x, y) => (x.AreaCode, x.Year, x.HeadId).CompareTo((y.AreaCode, y.Year, y.HeadId)));
}
