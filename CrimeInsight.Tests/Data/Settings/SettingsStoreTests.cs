using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Settings;
using CrimeInsight.Data.Setup;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrimeInsight.Tests.Data.Settings;

public sealed class SettingsStoreTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChangeAsync_CountryAdmin_IsInForceWithHistoryAndCanBeUndone()
    {
        var store = NewStore(new DatabaseNews());
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");

        await store.ChangeAsync(admin, "SessionIdleDays", "5", Cancel);
        await store.ChangeAsync(admin, "SessionIdleDays", "4", Cancel);
        Assert.Equal((4, 4), (store.Current.SessionIdleDays, (await NewStore(new DatabaseNews()).GetAsync(Cancel)).SessionIdleDays));
        await store.ChangeAsync(admin, "SessionIdleDays", (await store.ListChangesAsync(admin, Cancel))[0].Before, Cancel);
        Assert.Equal(5, store.Current.SessionIdleDays);
        await store.ChangeAsync(admin, "SessionIdleDays", null, Cancel);

        Assert.Equal(14, store.Current.SessionIdleDays);
        Assert.Equal(["5>", "4>5", "5>4", ">5"], (await store.ListChangesAsync(admin, Cancel))
            .Where(change => change.Key == "SessionIdleDays").Select(change => $"{change.Before}>{change.After}"));
        Assert.Equal(4, await ScalarAsync<long>("SELECT count(*) FROM crime.audit WHERE action = 'setting.changed' AND subject = 'setting:SessionIdleDays'"));
    }

    [Fact]
    public async Task EveryAct_OthersThanACountryAdmin_IsRefused()
    {
        var store = NewStore(new DatabaseNews());
        foreach (var other in new[]
        {
            await database.AddPersonAsync(PersonRole.Officer, "IN"), await database.AddPersonAsync(PersonRole.Supervisor, "IN"),
            await database.AddPersonAsync(PersonRole.Admin, "IN-TN"),
        })
        {
            await Assert.ThrowsAsync<PersonRefusedException>(() => store.ChangeAsync(other, "FactorFrom", "officer", Cancel));
            await Assert.ThrowsAsync<PersonRefusedException>(() => store.ListChangesAsync(other, Cancel));
        }

        Assert.Null(store.Current.FactorFrom);
    }

    [Fact]
    public async Task ChangeAsync_ValueThatIsNone_ChangesNothing()
    {
        var store = NewStore(new DatabaseNews());
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await Assert.ThrowsAsync<ArgumentException>(() => store.ChangeAsync(admin, "SessionKeepDays", "1", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ChangeAsync(admin, "Unknown", "1", Cancel));
        Assert.Equal(365, (await store.GetAsync(Cancel)).SessionKeepDays);
    }

    [Fact]
    public async Task Change_Elsewhere_IsHeardOf()
    {
        var news = new DatabaseNews();
        var (here, there) = (NewStore(news), NewStore(new DatabaseNews()));
        var heard = new TaskCompletionSource();
        here.Changed += () => heard.TrySetResult();
        await there.ChangeAsync(await database.AddPersonAsync(PersonRole.Admin, "IN"), "RejectKeepDays", "40", Cancel);

        news.Tell(DatabaseNews.SettingsChannel, "");
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        Assert.Equal(40, here.Current.RejectKeepDays);
    }

    // Whatever was computed under another minimum is no answer any more.
    [Fact]
    public async Task MinimumTotal_Changed_MakesNewVersionsOfAllFigures()
    {
        const string state = "SELECT data_version || ' ' || months_version || ' ' || minimum_total FROM crime.data_state";
        var store = NewStore(new DatabaseNews());
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await store.GetAsync(Cancel);
        var before = (await ScalarAsync<string>(state)).Split(' ').Select(long.Parse).ToArray();

        await store.ChangeAsync(admin, "MinimumTotal", "40", Cancel);
        await store.GetAsync(Cancel);
        Assert.Equal($"{before[0] + 1} {before[0] + 1} 40", await ScalarAsync<string>(state));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ChangeAsync(admin, "MinimumTotal", "9", Cancel));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ExecuteAsync("SELECT crime.hold_minimum_total(9)", new { }));
        await store.ChangeAsync(admin, "MinimumTotal", null, Cancel);

        Assert.Equal($"{before[0] + 2} {before[0] + 2} 20", await ScalarAsync<string>(state));
    }

    [Fact]
    public async Task SetupReader_AdministratorOfTheCountry_CountsOnceTheyHaveAPassword()
    {
        var reader = new SetupReader(database.App);
        await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        var state = await database.AddPersonAsync(PersonRole.Admin, "IN-TN");
        var country = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await ExecuteAsync("UPDATE crime.person SET password_hash = NULL", new { });
        await ExecuteAsync("UPDATE crime.person SET password_hash = 'set' WHERE id = @PersonId", state);
        var before = await reader.ReadAsync(Cancel);

        await ExecuteAsync("UPDATE crime.person SET password_hash = 'set' WHERE id = @PersonId", country);
        var after = await reader.ReadAsync(Cancel);

        Assert.Equal((false, true), (before.HasOwnAdmin, after.HasOwnAdmin));
        Assert.True(after.People > 1);
        Assert.Equal(before.People - 1, after.People);
    }

    [Fact]
    public async Task ForgetOldAsync_OldSessions_EndAndAreForgotten()
    {
        var person = await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        await ExecuteAsync("""
            INSERT INTO crime.person_session (id, person_id, last_seen_at, ended_at, device)
            VALUES (gen_random_uuid(), @PersonId, now() - interval '20 days', NULL, 'unused'),
                   (gen_random_uuid(), @PersonId, now(), NULL, 'used'),
                   (gen_random_uuid(), @PersonId, now() - interval '500 days', now() - interval '400 days', 'old')
            """, person);

        await NewStore(new DatabaseNews()).ForgetOldAsync(Cancel);

        Assert.Equal("unused:true used:false", await ScalarAsync<string>(
            "SELECT string_agg(device || ':' || (ended_at IS NOT NULL), ' ' ORDER BY device) FROM crime.person_session WHERE person_id = @PersonId", person));
    }

    // What somebody decides or undoes of an old batch is no end of a demo.
    [Fact]
    public async Task Batch_ChangedAfterItsEnd_EndsNoSettingOfTheDemo()
    {
        const string begin = """
            INSERT INTO crime.batch (id, kind, file_name, accepted) VALUES ('00000000-0000-0000-0000-00000000000a', 'import', 'real.csv', 1);
            """;
        const string plant = """
            INSERT INTO crime.setting (key, value, user_name, ends_with_demo) VALUES ('PlantedByTheDemo', '1', 'demo', true) ON CONFLICT DO NOTHING;
            """;
        const string count = "SELECT count(*) FROM crime.setting WHERE key = 'PlantedByTheDemo'";
        await ExecuteAsync(begin + plant, new { });
        Assert.Equal(1, await ScalarAsync<long>(count));
        await ExecuteAsync("UPDATE crime.batch SET finished_at = now() WHERE file_name = 'real.csv'", new { });
        Assert.Equal(0, await ScalarAsync<long>(count));

        await ExecuteAsync(plant, new { });
        await ExecuteAsync("UPDATE crime.batch SET changed_at = now(), conflicts = 0 WHERE file_name = 'real.csv'", new { });
        Assert.Equal(1, await ScalarAsync<long>(count));
        await ExecuteAsync("DELETE FROM crime.setting WHERE key = 'PlantedByTheDemo'", new { });
    }

    private SettingsStore NewStore(DatabaseNews news) => new(
        database.App, new SettingDefaults(new Dictionary<string, string>(), ["en-IN", "hi-IN", "ta-IN"]), news, NullLogger<SettingsStore>.Instance);

    private async Task<T> ScalarAsync<T>(string sql, object? values = null)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        return (await owner.ExecuteScalarAsync<T>(sql, values))!;
    }

    private async Task ExecuteAsync(string sql, object values)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync(sql, values);
    }
}
