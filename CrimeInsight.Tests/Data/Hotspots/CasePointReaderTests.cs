using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Hotspots;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Hotspots;

public sealed class CasePointReaderTests(LoadDatabase database) : IClassFixture<LoadDatabase>, IAsyncLifetime
{
    private static readonly Period s_period = new(new DateOnly(2022, 5, 1), new DateOnly(2022, 6, 1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// Tamil Nadu: two exact burglaries and a robbery in May, one in June, one known by district only, one protected by its head, one of a minor.
    /// Kerala: one, and one of a minor.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        if (await database.ScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE source = 'points'") > 0)
            return;
        await database.LoadAsync(
        [
            Case("1", "IN-TN", "burglary"), Case("2", "IN-TN", "burglary") with { OccurredOn = new DateOnly(2022, 5, 31) }, Case("3", "IN-TN", "robbery"),
            Case("4", "IN-TN", "burglary") with { OccurredOn = new DateOnly(2022, 6, 1), ReportedOn = new DateOnly(2022, 6, 2) },
            Case("5", "IN-TN", "burglary") with { Precision = LocationPrecision.District },
            Case("6", "IN-TN", "rape") with { Precision = LocationPrecision.Cell },
            Case("7", "IN-KL", "burglary"), Case("8", "IN-KL", "burglary") with { VictimAgeBand = AgeBand.From12To15 },
            Case("9", "IN-TN", "robbery") with { OffenderAgeBand = AgeBand.From16To17 },
        ]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("IN-TN", null, 3)]
    [InlineData("IN-TN", "burglary", 2)]
    [InlineData("IN-TN", "rape", 0)]
    [InlineData("IN-KL", null, 1)]
    [InlineData("IN-XX", null, 0)]
    [InlineData(null, null, 4)]
    public async Task ReadAsync_ScopeAndHead_GivesExactPlacesOnly(string? place, string? head, int expected)
    {
        var country = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN");
        var points = await Reader.ReadAsync(place, head is null ? [] : [head], s_period, 100, country, Token);
        Assert.Equal((expected, expected), (points!.Places.Count, points.Days.Length));
        Assert.All(points.Days, day => Assert.InRange(day, s_period.From.DayNumber, s_period.Until.DayNumber - 1));
    }

    [Fact]
    public async Task ReadAsync_OutsideThePersonsPlaces_GivesNothing()
    {
        var kerala = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN-KL");
        Assert.Equal(0, (await Reader.ReadAsync("IN-TN", [], s_period, 100, kerala, Token))!.Places.Count);
        Assert.Equal(1, (await Reader.ReadAsync(null, [], s_period, 100, kerala, Token))!.Places.Count);
    }

    [Fact]
    public async Task ReadAsync_MoreThanAsked_IsNull()
    {
        var country = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN");
        Assert.Null(await Reader.ReadAsync(null, [], s_period, 3, country, Token));
        Assert.NotNull(await Reader.ReadAsync(null, [], s_period, 4, country, Token));
    }

    private CasePointReader Reader => new(database.Fixture.App, database.Reader);

    private Incident Case(string reference, string place, string head) => new()
    {
        Source = "points",
        SourceReference = reference,
        JurisdictionOrdinal = database.Reference.Jurisdictions.Find(place)!.Ordinal,
        HeadId = database.Reference.Heads.Find(head)!.Id,
        OccurredOn = new DateOnly(2022, 5, 17),
        ReportedOn = new DateOnly(2022, 6, 1),
        Place = new GeoPoint(11 + 0.01 * int.Parse(reference, CultureInfo.InvariantCulture), 78),
        Precision = LocationPrecision.Exact,
    };
}
