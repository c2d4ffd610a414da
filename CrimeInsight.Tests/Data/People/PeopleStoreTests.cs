using System.Xml.Linq;
using CrimeInsight.Core.People;
using CrimeInsight.Data.People;
using CrimeInsight.Data.Reference;
using CrimeInsight.Data.Runs;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Tests.Data.People;

public sealed class PeopleStoreTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    private readonly PersonStore _people = new(database.App, new IdentityErrorDescriber());
    private readonly SignInSessionStore _sessions = new(database.App);

    private int _countryId;

    public async ValueTask InitializeAsync()
    {
        await using var connection = await database.Owner.OpenConnectionAsync(s_none);
        _countryId = await connection.ExecuteScalarAsync<int>("SELECT id FROM crime.jurisdiction WHERE code = 'IN'");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Create_ThenFind_KeepsEverything()
    {
        var person = NewPerson("create");
        person.Preferences = new PersonPreferences("ta-IN", "dark", 115);

        var result = await _people.CreateAsync(person, s_none);
        var found = await _people.FindByNameAsync("CREATE", s_none);

        Assert.True(result.Succeeded);
        Assert.NotNull(found);
        Assert.Equal((person.Id, person.Role, person.PasswordHash), (found.Id, found.Role, found.PasswordHash));
        Assert.Equal(person.Preferences, found.Preferences);
        Assert.Equal([_countryId], found.JurisdictionIds);
        Assert.Equal(found.Id, (await _people.FindByIdAsync(found.Id.ToString(), s_none))!.Id);
    }

    [Fact]
    public async Task Create_NameTaken_IsRefused()
    {
        await _people.CreateAsync(NewPerson("taken"), s_none);

        var result = await _people.CreateAsync(NewPerson("taken"), s_none);

        Assert.Equal(nameof(IdentityErrorDescriber.DuplicateUserName), Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task Update_OlderCopy_LosesAndChangesNothing()
    {
        await _people.CreateAsync(NewPerson("update"), s_none);
        var first = (await _people.FindByNameAsync("UPDATE", s_none))!;
        var second = (await _people.FindByNameAsync("UPDATE", s_none))!;
        first.DisplayName = "first";
        second.DisplayName = "second";

        Assert.True((await _people.UpdateAsync(first, s_none)).Succeeded);
        Assert.False((await _people.UpdateAsync(second, s_none)).Succeeded);

        Assert.Equal("first", (await _people.FindByNameAsync("UPDATE", s_none))!.DisplayName);
    }

    [Fact]
    public async Task Find_InactivePerson_IsNobody()
    {
        var person = NewPerson("inactive");
        person.IsActive = false;
        await _people.CreateAsync(person, s_none);
        var session = await _sessions.StartAsync(person.Id, "", s_none);

        Assert.Null(await _people.FindByNameAsync("INACTIVE", s_none));
        Assert.Empty(await _sessions.FindPeopleAsync([session], s_none));
    }

    [Fact]
    public async Task Session_Ended_FindsNobody()
    {
        var person = NewPerson("session");
        await _people.CreateAsync(person, s_none);
        var kept = await _sessions.StartAsync(person.Id, "Chrome|Android", s_none);
        var ended = await _sessions.StartAsync(person.Id, "Firefox|Linux", s_none);

        Assert.Equal(person.Id, (await _sessions.FindPeopleAsync([ended], s_none))[ended].Id);
        Assert.True(await _sessions.EndAsync(person.Id, ended, s_none));
        Assert.False(await _sessions.EndAsync(person.Id, ended, s_none));

        Assert.Empty(await _sessions.FindPeopleAsync([ended], s_none));
        Assert.Equal(kept, Assert.Single(await _sessions.ListAsync(person.Id, s_none)).Id);
        Assert.NotNull((await _people.FindByNameAsync("SESSION", s_none))!.LastSignedInAt);
    }

    [Fact]
    public async Task Session_OfAnotherPerson_CannotBeEnded()
    {
        var owner = NewPerson("owner");
        var stranger = NewPerson("stranger");
        await _people.CreateAsync(owner, s_none);
        await _people.CreateAsync(stranger, s_none);
        var session = await _sessions.StartAsync(owner.Id, "", s_none);

        Assert.False(await _sessions.EndAsync(stranger.Id, session, s_none));
        Assert.Equal(0, await _sessions.EndAllAsync(stranger.Id, null, s_none));
        Assert.NotEmpty(await _sessions.FindPeopleAsync([session], s_none));
    }

    [Fact]
    public async Task EndAll_ButOne_KeepsThatOne()
    {
        var person = NewPerson("endall");
        await _people.CreateAsync(person, s_none);
        var kept = await _sessions.StartAsync(person.Id, "", s_none);
        await _sessions.StartAsync(person.Id, "", s_none);
        await _sessions.StartAsync(person.Id, "", s_none);

        Assert.Equal(2, await _sessions.EndAllAsync(person.Id, kept, s_none));
        Assert.Equal(kept, Assert.Single(await _sessions.ListAsync(person.Id, s_none)).Id);
    }

    [Fact]
    public async Task Preferences_PartlyGiven_KeepTheOthers()
    {
        var person = NewPerson("prefs");
        await _people.CreateAsync(person, s_none);
        var store = new PersonPreferenceStore(database.App);

        await store.SaveAsync(person.Id, new PersonPreferences("hi-IN", "light", 130), s_none);
        await store.SaveAsync(person.Id, new PersonPreferences(null, "dark", null), s_none);

        Assert.Equal(new PersonPreferences("hi-IN", "dark", 130), (await _people.FindByNameAsync("PREFS", s_none))!.Preferences);
    }

    [Fact]
    public async Task Audit_Written_NamesThePersonAndHoldsTogether()
    {
        var person = NewPerson("audited");
        await _people.CreateAsync(person, s_none);
        var audit = new AuditWriter(database.App);

        await audit.WriteAsync(
            AuditEntry.By(person.ToViewer(), AuditActions.Exported, "query") with { Detail = new Dictionary<string, string> { ["rows"] = "12" } }, s_none);
        await audit.WriteAsync(new AuditEntry(null, "", AuditActions.SignInFailed), s_none);

        await using var connection = await database.Owner.OpenConnectionAsync(s_none);
        Assert.Equal(person.Id,
            await connection.ExecuteScalarAsync<Guid>("SELECT person_id FROM crime.audit WHERE user_name = 'audited' AND detail ->> 'rows' = '12'"));
        Assert.Null(await connection.ExecuteScalarAsync<long?>("SELECT crime.verify_audit()"));
    }

    [Fact]
    public async Task DemoAccounts_Twice_AreThreeWithoutPasswords()
    {
        using var reference = new ReferenceDataReader(database.App);
        var demo = new DemoAccounts(database.App, reference);

        await demo.EnsureAsync(s_none);
        await demo.EnsureAsync(s_none);
        var accounts = await demo.ListAsync(s_none);

        Assert.Equal([PersonRole.Officer, PersonRole.Supervisor, PersonRole.Admin], accounts.Select(account => account.Role));
        Assert.All(accounts, account => Assert.Null(account.PasswordHash));
        var tree = (await reference.GetAsync(s_none)).Jurisdictions;
        Assert.Equal("Mumbai", tree.Find(Assert.Single(accounts[1].JurisdictionIds))!.NameIn("en"));
        Assert.Equal(tree.Root!.Id, Assert.Single(accounts[2].JurisdictionIds));
    }

    [Fact]
    public async Task TaskProgress_FinishedOrSilentTasks_AreNotShown()
    {
        await using var connection = await database.App.OpenConnectionAsync(s_none);
        await connection.ExecuteAsync("""
            INSERT INTO crime.task_progress (id, kind, state, done, total, started_at, updated_at)
            VALUES (gen_random_uuid(), 'a', 'running', 5, 10, now(), now()),
                   (gen_random_uuid(), 'b', 'done', 10, 10, now(), now()),
                   (gen_random_uuid(), 'c', 'running', 1, 10, now() - interval '1 hour', now() - interval '1 hour'),
                   (gen_random_uuid(), 'd', 'failed', 1, 10, now() - interval '1 hour', now() - interval '1 hour'),
                   (gen_random_uuid(), 'd', 'done', 10, 10, now(), now())
            """);

        var open = await new TaskProgressReader(database.App).ListOpenAsync(s_none);

        Assert.Equal("a", Assert.Single(open).Kind);
        Assert.Equal(0.5, open[0].Share);
    }

    private Person NewPerson(string name) => new()
    {
        Id = Guid.NewGuid(),
        UserName = name,
        NormalizedName = name.ToUpperInvariant(),
        DisplayName = name,
        Role = PersonRole.Supervisor,
        PasswordHash = "hash",
        SecurityStamp = "stamp",
        JurisdictionIds = [_countryId],
    };
}
