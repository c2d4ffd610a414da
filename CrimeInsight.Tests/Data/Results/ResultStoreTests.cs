using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Results;

/// <summary>A kind of result that no migration knows, stored by a run and read as people.</summary>
public sealed class ResultStoreTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>, IAsyncLifetime
{
    private const string Kind = "invented";

    private InventedPart _part = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private JurisdictionTree Tree => database.Queries.Reference.Jurisdictions;

    private Jurisdiction[] Areas => [Tree.Find("IN")!, Tree.Find("IN-GA")!, Tree.Find(database.District)!];

    public async ValueTask InitializeAsync()
    {
        _part = await PartAsync(1);
        if (await database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM crime.result)"))
            return;
        await RunAsync(_part);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task FindAsync_InventedKind_IsReadAsItWasStored()
    {
        var found = await FindAsync(KeyOf(Areas[1]), await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN"));
        Assert.Equal(("IN-GA", 1.1), (found!.Report.Place.Code, found.Report.Figure));
        Assert.InRange(found.ComputedAt, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    /// <summary>Every part of a key matters.</summary>
    [Fact]
    public async Task FindAsync_OtherKey_GivesNothing()
    {
        var (viewer, key) = (await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN"), KeyOf(Areas[1]));
        Assert.NotNull(await FindAsync(key with { }, viewer));
        Assert.All(
            new[]
            {
                key with { Kind = "other" }, key with { Version = 2 }, key with { Request = CanonicalJson.Write(new InventedPart.Request("IN-GA", 6)) },
                key with { From = key.From + 1 }, key with { Until = key.Until + 1 },
                key with { DataVersion = key.DataVersion + 1 }, key with { ReferenceVersion = key.ReferenceVersion + 1 },
            },
            other => Assert.Null(FindAsync(other, viewer).GetAwaiter().GetResult()));
    }

    /// <summary>What is asked of other data or places than the present ones is not told.</summary>
    [Theory]
    [InlineData("months_version")]
    [InlineData("reference_version")]
    public async Task FindAsync_OfThePast_GivesNothing(string version)
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        await database.ScalarAsync<long>($"UPDATE crime.data_state SET {version} = {version} + 1 RETURNING 1");
        Assert.Null(await FindAsync(KeyOf(Areas[1]), viewer));
        await database.ScalarAsync<long>($"UPDATE crime.data_state SET {version} = {version} - 1 RETURNING 1");
        Assert.NotNull(await FindAsync(KeyOf(Areas[1]), viewer));
    }

    /// <summary>A person reads only what is wholly theirs, whatever they ask by; nobody reads nothing.</summary>
    [Fact]
    public async Task FindAsync_RandomPeople_ReadOnlyWhatIsWhollyTheirs()
    {
        var (random, places, seen) = (new Random(3), database.Queries.Places.Concat(["IN", "IN-GA"]).ToArray(), 0);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(places);
            var viewer = await database.Fixture.AddPersonAsync((PersonRole)random.Next(1, 4), places[..random.Next(1, 4)]);
            foreach (var area in Areas)
            {
                var isTheirs = viewer.JurisdictionIds.Any(id => Tree.Find(id)!.Contains(area));
                Assert.Equal(isTheirs, await FindAsync(KeyOf(area), viewer) is not null);
                seen += isTheirs ? 1 : 0;
            }
        }

        Assert.InRange(seen, 1, 59);
        await using var nobody = await database.Fixture.App.OpenConnectionAsync(Token);
        Assert.Equal(0, await nobody.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.result"));
        Assert.Equal(3, await database.ScalarAsync<long>("SELECT count(*) FROM crime.result"));
    }

    /// <summary>All parts of a place are not the place: what is left out of a part could be told from both.</summary>
    [Fact]
    public async Task FindAsync_EveryPartOfAPlace_IsNotThePlace()
    {
        var parts = Tree.ChildrenOf(Areas[1].Id).Select(part => part.Code).ToArray();
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, parts);
        Assert.Null(await FindAsync(KeyOf(Areas[1]), viewer));
        Assert.NotNull(await FindAsync(KeyOf(Areas[2]), viewer));
    }

    [Fact]
    public async Task StoreAsync_NewerVersion_TakesThePlaceOfTheOlder()
    {
        await RunAsync(await PartAsync(2));
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        Assert.Null(await FindAsync(KeyOf(Areas[1]), viewer));
        Assert.Equal(2.1, (await FindAsync(KeyOf(Areas[1]) with { Version = 2 }, viewer))!.Report.Figure);
        await RunAsync(_part);
        Assert.NotNull(await FindAsync(KeyOf(Areas[1]), viewer));
    }

    private Task<StoredResult<InventedPart.Report>?> FindAsync(ResultKey key, Viewer viewer) =>
        database.Results.FindAsync<InventedPart.Report>(key, viewer, Token);

    private ResultKey KeyOf(Jurisdiction area) =>
        ResultKey.Of(Kind, 1, new InventedPart.Request(area.Code, 12), area, _part.DataVersion, database.Queries.Reference.Version);

    private async Task<InventedPart> PartAsync(int version) =>
        new(Kind, version, database.Results, Areas) { DataVersion = (await database.Status.GetAsync(Token)).MonthsVersion };

    private async Task RunAsync(InventedPart part)
    {
        var owner = await database.AddOwnerAsync("IN");
        await database.NewRunner(part).RunAsync(await database.AskAsync(owner, part), owner.PersonId, Token);
    }
}
