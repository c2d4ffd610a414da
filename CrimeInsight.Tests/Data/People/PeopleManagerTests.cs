using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.People;

/// <summary>Who may manage whom, held by the database.</summary>
public sealed class PeopleManagerTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private readonly PeopleManager _people = new(database.App, TimeProvider.System);
    private readonly OneTimeCodes _codes = new(database.App);
    private readonly SignInSessionStore _sessions = new(database.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync_Invitation_GivesACodeThatSetsAPasswordOnce()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN-TN");
        var code = await InviteAsync(admin, "invited", PersonRole.Officer, "IN-TN-569");
        var person = await FindAsync(admin, "invited");

        Assert.Equal((PersonState.Invited, PersonRole.Officer, true, 0), (person.State, person.Role, person.MayChange, person.Sessions));
        Assert.Equal(0, await ScalarAsync<long>(
            "SELECT count(*) FROM crime.audit WHERE detail::text LIKE '%' || @code || '%' OR subject LIKE '%' || @code || '%'", new { code = code.Code }));
        Assert.False(await _codes.RedeemAsync(person.Id, OneTimeCode.Hash("0000-0000-0000-0000"), "hash", Cancel));
        Assert.True(await _codes.FitsAsync(person.Id, OneTimeCode.Hash(code.Code.ToLowerInvariant().Replace('-', ' ')), Cancel));
        Assert.True(await _codes.RedeemAsync(person.Id, OneTimeCode.Hash(code.Code), "hash", Cancel));
        Assert.False(await _codes.RedeemAsync(person.Id, OneTimeCode.Hash(code.Code), "other", Cancel));
        Assert.Equal("hash", await ScalarAsync<string>("SELECT password_hash FROM crime.person WHERE id = @Id", person));
        Assert.Equal(PersonState.Active, (await FindAsync(admin, "invited")).State);
        Assert.Equal("person.created person.code-used", await ScalarAsync<string>(
            "SELECT string_agg(action, ' ' ORDER BY id) FROM crime.audit WHERE subject = 'person:' || @Id", person));
    }

    [Fact]
    public async Task Code_Expired_DoesNotOpen()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN-TN");
        var code = await InviteAsync(admin, "late", PersonRole.Officer, "IN-TN-569");
        var person = await FindAsync(admin, "late");
        await ExecuteAsync("UPDATE crime.person_code SET expires_at = now() WHERE person_id = @Id", person);

        Assert.False(await _codes.RedeemAsync(person.Id, OneTimeCode.Hash(code.Code), "hash", Cancel));
        Assert.Equal(PersonState.CodeExpired, (await FindAsync(admin, "late")).State);
    }

    [Fact]
    public async Task EveryAct_ByAnOfficerASupervisorOrAnotherState_IsRefused()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN-TN");
        await InviteAsync(admin, "guarded", PersonRole.Officer, "IN-TN-569");
        var person = await FindAsync(admin, "guarded");
        var session = await _sessions.StartAsync(person.Id, "", Cancel);
        foreach (var stranger in new[]
        {
            await database.AddPersonAsync(PersonRole.Officer, "IN-TN"), await database.AddPersonAsync(PersonRole.Supervisor, "IN"),
            await database.AddPersonAsync(PersonRole.Admin, "IN-KA"), await database.AddPersonAsync(PersonRole.Admin, "IN-TN-568"),
        })
        {
            await RefusedAsync(() => _people.ResetAsync(stranger, person, Cancel));
            await RefusedAsync(() => _people.EnableAsync(stranger, person.Id, false, Cancel));
            await RefusedAsync(() => _people.EndSessionsAsync(stranger, person.Id, Cancel));
            await RefusedAsync(() => _people.ApplyAsync(
                stranger, [], [new PersonEdit(person.Id, "changed", PersonRole.Admin, person.JurisdictionIds)], Cancel));
            await RefusedAsync(() => InviteAsync(stranger, $"by{stranger.PersonId:N}", PersonRole.Officer, "IN-TN-569"));
            if (stranger.Role == PersonRole.Admin)
                Assert.DoesNotContain(await _people.ListAsync(stranger, Cancel), other => other.Id == person.Id);
            else
                await RefusedAsync(() => _people.ListAsync(stranger, Cancel));
        }

        var after = await FindAsync(admin, "guarded");
        Assert.Equal((person.DisplayName, person.Role, PersonState.Invited, 1), (after.DisplayName, after.Role, after.State, after.Sessions));
        Assert.NotEmpty(await _sessions.FindPeopleAsync([session], Cancel));
    }

    [Fact]
    public async Task ApplyAsync_PlacesBeyondTheAdmins_AreRefusedAndNothingIsChanged()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN-TN");
        await InviteAsync(admin, "modest", PersonRole.Officer, "IN-TN-569");
        var person = await FindAsync(admin, "modest");

        await RefusedAsync(() => InviteAsync(admin, "beyond", PersonRole.Officer, "IN-KA"));
        await RefusedAsync(() => InviteAsync(admin, "above", PersonRole.Admin, "IN"));
        await RefusedAsync(() => _people.ApplyAsync(admin, [], [new PersonEdit(person.Id, "x", PersonRole.Admin, [])], Cancel));
        await RefusedAsync(async () => await _people.ApplyAsync(
            admin,
            [new PersonInvitation("first", "First", PersonRole.Officer, await PlacesAsync("IN-TN"))],
            [new PersonEdit(person.Id, "x", PersonRole.Admin, await PlacesAsync("IN"))],
            Cancel));

        Assert.Equal("modest", (await FindAsync(admin, "modest")).DisplayName);
        Assert.DoesNotContain(await _people.ListAsync(admin, Cancel), other => other.UserName is "first" or "beyond" or "above");
    }

    [Fact]
    public async Task OwnRights_AreNotOnesOwnToChange()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");

        await RefusedAsync(() => _people.EnableAsync(admin, admin.PersonId, false, Cancel));
        await RefusedAsync(() => _people.ApplyAsync(admin, [], [new PersonEdit(admin.PersonId, "x", PersonRole.Officer, admin.JurisdictionIds)], Cancel));
    }

    [Fact]
    public async Task TwoAdmins_TakingEachOthersRightsAtOnce_LeaveOne()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (await database.AddPersonAsync(PersonRole.Admin, "IN-KL"), await database.AddPersonAsync(PersonRole.Admin, "IN-KL"));

            var outcomes = await Task.WhenAll(TryDisableAsync(one, two), TryDisableAsync(two, one));

            Assert.Single(outcomes, done => done);
        }
    }

    [Fact]
    public async Task Change_RoleOrFewerPlaces_EndsSessionsAndKeepsBeforeAndAfter()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        var person = await database.AddPersonAsync(PersonRole.Admin, "IN-TN");
        var session = await _sessions.StartAsync(person.PersonId, "", Cancel);

        await _people.ApplyAsync(admin, [], [new PersonEdit(person.PersonId, "Renamed", PersonRole.Admin, person.JurisdictionIds)], Cancel);
        Assert.NotEmpty(await _sessions.FindPeopleAsync([session], Cancel));
        await _people.ApplyAsync(admin, [], [new PersonEdit(person.PersonId, "Renamed", PersonRole.Officer, await PlacesAsync("IN-TN-569"))], Cancel);

        Assert.Empty(await _sessions.FindPeopleAsync([session], Cancel));
        Assert.Equal("admin IN-TN > officer IN-TN-569", await ScalarAsync<string>("""
            SELECT concat_ws(' ', detail #>> '{before,role}', detail #>> '{before,places}', '>', detail #>> '{after,role}', detail #>> '{after,places}')
            FROM crime.audit
            WHERE subject = 'person:' || @PersonId
            ORDER BY id DESC
            LIMIT 1
            """, person));
    }

    [Fact]
    public async Task Reset_EndsPasswordAndSessions()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        var person = await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        await ExecuteAsync("UPDATE crime.person SET password_hash = 'before' WHERE id = @PersonId", person);
        await _sessions.StartAsync(person.PersonId, "", Cancel);

        await _people.ResetAsync(admin, await FindAsync(admin, person.UserName), Cancel);

        Assert.Null(await ScalarAsync<string?>("SELECT password_hash FROM crime.person WHERE id = @PersonId", person));
        Assert.Empty(await _sessions.ListAsync(person.PersonId, Cancel));
    }

    [Fact]
    public async Task DemoAdministrator_ManagesOnlyWhatEndsWithTheDemo()
    {
        var real = await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        var demo = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await ExecuteAsync("UPDATE crime.person SET is_demo = true WHERE id = @PersonId", demo);

        await InviteAsync(demo, "guest", PersonRole.Admin, "IN");

        Assert.DoesNotContain(await _people.ListAsync(demo, Cancel), person => person.Id == real.PersonId);
        await RefusedAsync(() => _people.EnableAsync(demo, real.PersonId, false, Cancel));
        Assert.True(await ScalarAsync<bool>("SELECT ends_with_demo FROM crime.person WHERE user_name = 'guest'"));
    }

    [Theory]
    [InlineData("UPDATE crime.person SET role = 3")]
    [InlineData("UPDATE crime.person SET is_active = false")]
    [InlineData("UPDATE crime.person SET password_hash = 'x'")]
    [InlineData("DELETE FROM crime.person")]
    [InlineData("INSERT INTO crime.person_jurisdiction SELECT p.id, j.id FROM crime.person p CROSS JOIN crime.jurisdiction j")]
    [InlineData("SELECT * FROM crime.person_code")]
    [InlineData("INSERT INTO crime.person_code VALUES (gen_random_uuid(), '', now(), now())")]
    [InlineData("SELECT crime.bind_person(gen_random_uuid(), '{1}')")]
    [InlineData("SELECT crime.put_code(gen_random_uuid(), '', '1 day')")]
    public async Task PastTheFunctions_OnBehalfOfAnybody_IsRefused(string statement)
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await using var session = await PersonSession.OpenAsync(database.App, admin, null, Cancel);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.Connection.ExecuteAsync(statement, transaction: session.Transaction));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static async Task RefusedAsync(Func<Task> act) =>
        Assert.Equal(PersonRefusal.NotAllowed, (await Assert.ThrowsAsync<PersonRefusedException>(act)).Reason);

    private async Task<bool> TryDisableAsync(Viewer admin, Viewer other)
    {
        try
        {
            await _people.EnableAsync(admin, other.PersonId, false, Cancel);
            return true;
        }
        catch (PersonRefusedException)
        {
            return false;
        }
    }

    private async Task<IssuedCode> InviteAsync(Viewer admin, string name, PersonRole role, params string[] places) => Assert.Single(
        await _people.ApplyAsync(admin, [new PersonInvitation(name, name, role, await PlacesAsync(places))], [], Cancel));

    private async Task<ManagedPerson> FindAsync(Viewer admin, string name) =>
        (await _people.ListAsync(admin, Cancel)).Single(person => person.UserName == name);

    private Task<int[]> PlacesAsync(params string[] codes) =>
        ScalarAsync<int[]>("SELECT array_agg(id) FROM crime.jurisdiction WHERE code = ANY(@codes)", new { codes });

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
