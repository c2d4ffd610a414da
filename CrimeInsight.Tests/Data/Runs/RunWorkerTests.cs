using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Runs;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Runs;

public sealed class RunWorkerTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    private const string UnitTimesSql = """
        SELECT name, finished_at
        FROM crime.run_unit
        WHERE run_id = @run
          AND state = 'done'
        ORDER BY name
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_District_StoresEveryUnitAndTellsWhatItDid()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        var told = await database.RunOfAsync(run, owner);
        Assert.Equal(RunState.Done, told.State);
        Assert.Equal(told.Total, told.Done);
        Assert.Equal(
            [
                $"coherent:{database.District}", $"hotspots:{database.District}", "learn:month", "learn:week",
                $"lower:{database.District}", $"upper:{database.District}", $"weekly:{database.District}",
            ],
            (await UnitsAsync(run)).Keys.Order());
        Assert.Equal(
            await database.ScalarAsync<long>("SELECT count(*) FROM crime.forecast WHERE run_id = @run", new { run }),
            told.Count(ForecastPart.Stored) + told.Count(ForecastPart.Withheld) + told.Count(ForecastPart.TooShort));
        Assert.All(new[] { ForecastPart.Stored, ForecastPart.Withheld, HotspotPart.Stored }, name => Assert.True(told.Count(name) > 0, name));
        Assert.True(told is { FinishedAt: not null, Problem: null });
        Assert.Equal(2, await database.ScalarAsync<long>("SELECT count(*) FROM crime.forecast_calibration"));
    }

    [Fact]
    public async Task RunAsync_RunThatIsDone_ChangesNothing()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        var before = await UnitsAsync(run);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Equal(before, await UnitsAsync(run));
        var latest = await database.LatestAsync(owner);
        Assert.Equal((run, RunState.Done), (latest.Id, latest.State));
    }

    [Fact]
    public async Task RunAsync_ProcessThatStoppedHalfWay_GoesOnWithWhatIsMissing()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var stopped = database.NewRunner().RunAsync(run, owner.PersonId, killed.Token);
        while ((await UnitsAsync(run)).Count == 0)
            await Task.Delay(10, Token);
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        var before = await UnitsAsync(run);
        Assert.Equal(RunState.Running, (await database.LatestAsync(owner)).State);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        var after = await UnitsAsync(run);
        Assert.True(before.Count < after.Count, $"all {after.Count} units were stored before the stop");
        Assert.All(before, unit => Assert.Equal(unit.Value, after[unit.Key]));
        Assert.Equal(RunState.Done, (await database.RunOfAsync(run, owner)).State);
    }

    [Fact]
    public async Task CancelAsync_RunningRun_EndsItAndALaterStartGoesOn()
    {
        var owner = await database.AddOwnerAsync("IN-GA");
        var run = await database.AskAsync(owner);
        var work = database.NewRunner().RunAsync(run, owner.PersonId, Token);
        while (await database.ScalarAsync<string>("SELECT state FROM crime.run WHERE id = @run", new { run }) != "running")
            await Task.Delay(5, Token);
        Assert.True(await database.Runs.CancelAsync(run, owner, Token));
        await work;
        Assert.Equal(RunState.Cancelled, (await database.RunOfAsync(run, owner)).State);
        Assert.False(await database.Runs.CancelAsync(run, owner, Token));
        Assert.True(await database.Runs.ReopenAsync(run, owner, Token));
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Equal(RunState.Done, (await database.RunOfAsync(run, owner)).State);
    }

    [Fact]
    public async Task CancelAsync_RunNobodyBegan_NeverRuns()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        Assert.True(await database.Runs.CancelAsync(run, owner, Token));
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Equal(RunState.Cancelled, (await database.RunOfAsync(run, owner)).State);
        Assert.Empty(await UnitsAsync(run));
    }

    [Fact]
    public async Task RunAsync_TwoProcessesAtOnce_EachUnitIsComputedOnce()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await Task.WhenAll(database.NewRunner().RunAsync(run, owner.PersonId, Token), database.NewRunner().RunAsync(run, owner.PersonId, Token));
        Assert.Equal(RunState.Done, (await database.RunOfAsync(run, owner)).State);
        Assert.Equal(7, (await UnitsAsync(run)).Count);
    }

    [Fact]
    public async Task AskAsync_OpenRun_IsNotOpenedTwice()
    {
        var owner = await database.AddOwnerAsync(database.District);
        await database.AskAsync(owner);
        Assert.Null(await database.Runs.AskAsync(new Dictionary<string, int> { ["a"] = 1 }, owner, Token));
    }

    [Fact]
    public async Task RunAsync_OwnerWhoIsNoAdministratorAnyMore_StoresNothing()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await database.ScalarAsync<int>("UPDATE crime.person SET role = 1 WHERE id = @PersonId RETURNING 1", new { owner.PersonId });
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Empty(await UnitsAsync(run));
    }

    [Fact]
    public async Task ListAsync_AdministratorWithinAnother_OnlyTheWiderOwns()
    {
        var wide = await database.AddOwnerAsync("IN");
        var narrow = await database.AddOwnerAsync(database.District);
        var owners = await new RunOwners(database.Fixture.App).ListAsync(Token);
        Assert.Single(owners);
        Assert.DoesNotContain(narrow.PersonId, owners.Select(owner => owner.PersonId));
        Assert.Contains(PersonRole.Admin, owners.Select(owner => owner.Role));
        Assert.NotNull(wide);
    }

    private async Task<Dictionary<string, DateTime>> UnitsAsync(Guid run)
    {
        await using var connection = await database.Fixture.Owner.OpenConnectionAsync(Token);
        return (await connection.QueryAsync<(string Name, DateTime At)>(UnitTimesSql, new { run })).ToDictionary(unit => unit.Name, unit => unit.At);
    }
}
