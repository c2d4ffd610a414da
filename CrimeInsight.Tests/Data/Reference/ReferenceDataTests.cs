using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Reference;
using CrimeInsight.Data.Seeding;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Reference;

public sealed class ReferenceDataTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task GetAsync_SeedTables_GiveTheWholeTreeInThreeLanguages()
    {
        using var reader = new ReferenceDataReader(database.App);
        var reference = await reader.GetAsync(TestContext.Current.CancellationToken);
        var places = reference.Jurisdictions;
        var states = places.Within(places.Root!, JurisdictionLevel.State).ToList();
        var districts = places.Within(places.Root!, JurisdictionLevel.District).ToList();

        Assert.Equal(36, states.Count);
        Assert.True(districts.Count >= 735, $"{districts.Count} districts");
        Assert.All(states.Concat(districts), place => Assert.Equal(["en", "hi", "ta"], place.Names.Keys.Order()));
        Assert.Equal("தமிழ்நாடு", places.Find("IN-TN")!.NameIn("ta"));
        Assert.All(districts, district => Assert.True(places.Find(district.ParentId!.Value)!.Contains(district)));
        Assert.Equal(1_210_854_977, places.Root!.Population2011);
    }

    [Fact]
    public async Task Holidays_OfAState_AreThoseOfTheCountryAndItsOwn()
    {
        using var reference = new ReferenceDataReader(database.App);
        var reader = new HolidayReader(database.App, reference);
        var calendar = await reader.GetAsync(TestContext.Current.CancellationToken);

        Assert.Same(calendar, await reader.GetAsync(TestContext.Current.CancellationToken));
        Assert.Equal("தீபாவளி", calendar.Days.First(holiday => holiday.Key == "diwali").NameIn("ta"));
        Assert.Empty(MainFestivals.Keys.Except(calendar.Days.Select(holiday => holiday.Key)));
        Assert.All(MainFestivals.Keys, key => Assert.Contains(calendar.KeptIn(null), holiday => holiday.Key == key && holiday.Day.Year == 2025));
        Assert.Contains(calendar.KeptIn("IN-TN"), holiday => holiday.Key == "uzhavar-thirunal");
        Assert.DoesNotContain(calendar.KeptIn("IN-KL"), holiday => holiday.Key == "uzhavar-thirunal");
        Assert.DoesNotContain(calendar.KeptIn(null), holiday => holiday.Key == "uzhavar-thirunal");
    }

    [Fact]
    public async Task LoadAsync_SecondTime_ChangesNothing()
    {
        var loader = new ReferenceDataLoader(Path.Combine(AppContext.BaseDirectory, "seed-data"));
        Assert.False(await loader.LoadAsync(database.OwnerConnectionString, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OfficialCounts_DistrictsOfAYear_AddUpToTheirState()
    {
        await using var connection = await database.App.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var different = await connection.ExecuteScalarAsync<long>(
            """
            SELECT count(*)
            FROM (
                SELECT state.id, o.year, o.head_id, sum(o.cases) AS cases
                FROM crime.official_count o
                JOIN crime.jurisdiction d ON d.id = o.jurisdiction_id AND d.level = 4
                JOIN crime.jurisdiction state ON state.id = d.parent_id
                GROUP BY state.id, o.year, o.head_id) AS districts
            JOIN crime.official_count s ON s.jurisdiction_id = districts.id AND s.year = districts.year AND s.head_id = districts.head_id
            WHERE s.cases <> districts.cases
            """);
        Assert.Equal(0, different);
    }
}
