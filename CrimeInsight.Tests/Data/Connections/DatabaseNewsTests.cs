using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Queries;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Tests.Data.Connections;

/// <summary>What may be remembered while the database tells of changes, and that it tells of them.</summary>
public sealed class DatabaseNewsTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private readonly DatabaseNews _news = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_SameQueryWhileNewsAreHeard_NeedsNoConnection()
    {
        var viewer = await fixture.AddPersonAsync(PersonRole.Supervisor, "IN-TN");
        _news.IsHeard = true;
        var cache = new QueryResultCache(100, 10_000);
        var first = await Runner(fixture.App, cache).RunAsync(Query(), viewer, Cancel);
        await using var nobody = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=x;Database=x;Pooling=false");

        Assert.Same(first, await Runner(nobody, cache).RunAsync(Query(), viewer, Cancel));
        _news.IsHeard = false;
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Runner(nobody, cache).RunAsync(Query(), viewer, Cancel));
    }

    [Fact]
    public async Task Tell_RightsTakenAway_AreGoneFromWhatIsRemembered()
    {
        var viewer = await fixture.AddPersonAsync(PersonRole.Supervisor, "IN-TN");
        var scopes = Scopes();
        _news.IsHeard = true;
        Assert.Equal(viewer.JurisdictionIds, (await scopes.FindAsync(viewer.PersonId, Cancel))!.Value.Granted);

        var told = await ListenAsync("DELETE FROM crime.person_jurisdiction WHERE person_id = @id", viewer.PersonId);
        _news.Tell(told.Channel, told.Payload);

        Assert.Empty((await scopes.FindAsync(viewer.PersonId, Cancel))!.Value.Granted);
    }

    [Theory]
    [InlineData("UPDATE crime.person SET role = 3 WHERE id = @id")]
    [InlineData("UPDATE crime.person SET is_active = false WHERE id = @id")]
    [InlineData("UPDATE crime.person SET security_stamp = 'next' WHERE id = @id")]
    [InlineData("INSERT INTO crime.person_jurisdiction SELECT @id, id FROM crime.jurisdiction WHERE code = 'IN-KL'")]
    [InlineData("UPDATE crime.person_session SET ended_at = now() WHERE person_id = @id")]
    [InlineData("DELETE FROM crime.person WHERE id = @id")]
    public async Task Commit_ChangeOfRightsOrSessions_IsToldWithThePerson(string sql)
    {
        var viewer = await fixture.AddPersonAsync(PersonRole.Officer, "IN-TN");
        await using (var owner = await fixture.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync(
                "INSERT INTO crime.person_session (id, person_id, device) VALUES (gen_random_uuid(), @id, '')", new { id = viewer.PersonId });

        Assert.Equal((DatabaseNews.PeopleChannel, viewer.PersonId.ToString()), await ListenAsync(sql, viewer.PersonId));
    }

    [Fact]
    public async Task Commit_PreferenceChanged_IsNoNews()
    {
        var viewer = await fixture.AddPersonAsync(PersonRole.Officer, "IN-TN");
        var told = await ListenAsync(
            "UPDATE crime.person SET culture = 'hi-IN', role = role WHERE id = @id; SELECT pg_notify('crimeinsight_data', '7')", viewer.PersonId);

        Assert.Equal((DatabaseNews.DataChannel, "7"), told);
    }

    private static IncidentQuery Query() =>
        new() { Measures = [Measure.Count], Period = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 7, 1)), Dimensions = [Dimension.Month] };

    private IncidentQueryRunner Runner(NpgsqlDataSource source, QueryResultCache cache) => new(
        source, new ReferenceDataReader(fixture.App), new PopulationReader(fixture.App), Scopes(), cache, Options.Create(new PrivacyOptions()));

    private PersonScopes Scopes() => new(fixture.App, new DataStatusReader(fixture.App, _news, TimeProvider.System), _news, TimeProvider.System);

    // The first thing told after a change is committed.
    private async Task<(string Channel, string Payload)> ListenAsync(string sql, Guid id)
    {
        // Not of the pool, where it would go on hearing what the next test changes.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(fixture.AppConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        var told = new TaskCompletionSource<(string, string)>();
        connection.Notification += (_, news) => told.TrySetResult((news.Channel, news.Payload));
        await connection.ExecuteAsync($"LISTEN {DatabaseNews.DataChannel}; LISTEN {DatabaseNews.PeopleChannel}");
        await using (var owner = await fixture.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync(sql, new { id });
        while (!told.Task.IsCompleted)
            Assert.True(await connection.WaitAsync(TimeSpan.FromSeconds(10), Cancel), "Nothing was told.");
        return await told.Task;
    }
}
