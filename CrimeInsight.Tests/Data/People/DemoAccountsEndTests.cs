using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Demo;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.People;

public sealed class DemoAccountsEndTests(LoadDatabase database) : IClassFixture<LoadDatabase>
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    private readonly DemoAccounts _accounts = new(database.Fixture.App, database.Reader);
    private readonly SignInSessionStore _sessions = new(database.Fixture.App);

    [Fact]
    public async Task LoadAsync_FirstRegisteredCase_EndsDemoAccountsForGood()
    {
        await _accounts.EnsureAsync(s_none);
        var admin = (await _accounts.ListAsync(s_none)).Single(account => account.Role == PersonRole.Admin);
        var session = await _sessions.StartAsync(admin.Id, "", s_none);

        await database.LoadAsync(database.RandomIncidents(1, 20), isSynthetic: true);
        await database.LoadAsync(database.RandomIncidents(2, 20), isDryRun: true, endsDemo: true);

        Assert.Equal(3, (await _accounts.ListAsync(s_none)).Count);
        Assert.NotEmpty(await _sessions.FindPeopleAsync([session], s_none));
        Assert.Equal(20, await VisibleAsync(admin.ToViewer()));

        await database.LoadAsync(database.RandomIncidents(2, 20), endsDemo: true);

        Assert.Empty(await _accounts.ListAsync(s_none));
        Assert.Empty(await _sessions.FindPeopleAsync([session], s_none));
        Assert.Equal(0, await VisibleAsync(admin.ToViewer()));
        Assert.Equal(20, await VisibleAsync(database.Admin));
        Assert.Equal(database.Admin.PersonId, (await DemoState.FindAdminAsync(database.Fixture.App, s_none))!.PersonId);
        Assert.Equal(
            "3", await database.ScalarAsync<string>($"SELECT detail ->> 'accounts' FROM crime.audit WHERE action = '{AuditActions.DemoAccountsEnded}'"));
        Assert.Null(await database.ScalarAsync<long?>("SELECT crime.verify_audit()"));

        await _accounts.EnsureAsync(s_none);
        await using (var app = await database.Fixture.App.OpenConnectionAsync(s_none))
            Assert.Equal(3, await app.ExecuteAsync("UPDATE crime.person SET is_active = true WHERE is_demo"));

        Assert.Empty(await _accounts.ListAsync(s_none));
    }

    private async Task<long> VisibleAsync(Viewer viewer)
    {
        await using var session = await PersonSession.OpenAsync(database.Fixture.App, viewer, timeout: null, s_none);
        return await session.Connection.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.incident", transaction: session.Transaction);
    }
}
