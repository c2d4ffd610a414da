using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Forecasting;

public sealed class ForecastRunnerTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    private const string ChunkTimesSql = """
        SELECT name, finished_at
        FROM crime.forecast_chunk
        WHERE run_id = @run
        ORDER BY name
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_District_StoresEveryChunkAndTellsWhatItDid()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        var told = await database.RunOfAsync(run, owner);
        Assert.Equal(ForecastRunState.Done, told.State);
        Assert.Equal(told.Total, told.Done);
        Assert.Equal([$"coherent:{database.District}", $"hotspots:{database.District}", $"lower:{database.District}", $"upper:{database.District}", $"weekly:{database.District}"], (await ChunksAsync(run)).Keys.Order());
        Assert.Equal(
            await database.ScalarAsync<long>("SELECT count(*) FROM crime.forecast WHERE run_id = @run", new { run }), told.Stored + told.Withheld + told.TooShort);
        Assert.True(told is { Stored: > 0, Withheld: > 0, Hotspots: > 0, FinishedAt: not null, Problem: null });
        Assert.Equal(2, await database.ScalarAsync<long>("SELECT count(*) FROM crime.forecast_calibration"));
    }

    [Fact]
    public async Task RunAsync_RunThatIsDone_ChangesNothing()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        var before = await ChunksAsync(run);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Equal(before, await ChunksAsync(run));
        var latest = await database.Runs.FindLatestAsync(owner, Token);
        Assert.Equal((run, "done"), (latest!.Id, latest.State));
    }

    [Fact]
    public async Task RunAsync_ProcessThatStoppedHalfWay_GoesOnWithWhatIsMissing()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var stopped = database.NewRunner().RunAsync(run, owner.PersonId, killed.Token);
        while ((await ChunksAsync(run)).Count == 0)
            await Task.Delay(10, Token);
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        var before = await ChunksAsync(run);
        Assert.Equal("running", (await database.Runs.FindLatestAsync(owner, Token))!.State);
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        var after = await ChunksAsync(run);
        Assert.True(before.Count < after.Count, $"all {after.Count} chunks were stored before the stop");
        Assert.All(before, chunk => Assert.Equal(chunk.Value, after[chunk.Key]));
        Assert.Equal(ForecastRunState.Done, (await database.RunOfAsync(run, owner)).State);
    }

    [Fact]
    public async Task CancelAsync_RunningRun_EndsItAndALaterStartGoesOn()
    {
        var owner = await database.AddOwnerAsync("IN-GA");
        var run = await database.AskAsync(owner);
        var work = database.NewRunner().RunAsync(run, owner.PersonId, Token);
        while (await database.ScalarAsync<string>("SELECT state FROM crime.forecast_run WHERE id = @run", new { run }) != "running")
            await Task.Delay(5, Token);
        Assert.True(await database.Runs.CancelAsync(run, owner, Token));
        await work;
        Assert.Equal(ForecastRunState.Cancelled, (await database.RunOfAsync(run, owner)).State);
        Assert.False(await database.Runs.CancelAsync(run, owner, Token));
        Assert.True(await database.Runs.ReopenAsync(run, owner, Token));
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Equal(ForecastRunState.Done, (await database.RunOfAsync(run, owner)).State);
    }

    [Fact]
    public async Task CancelAsync_RunNobodyBegan_NeverRuns()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        Assert.True(await database.Runs.CancelAsync(run, owner, Token));
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Equal(ForecastRunState.Cancelled, (await database.RunOfAsync(run, owner)).State);
        Assert.Empty(await ChunksAsync(run));
    }

    [Fact]
    public async Task RunAsync_TwoProcessesAtOnce_EachChunkIsComputedOnce()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await Task.WhenAll(database.NewRunner().RunAsync(run, owner.PersonId, Token), database.NewRunner().RunAsync(run, owner.PersonId, Token));
        Assert.Equal(ForecastRunState.Done, (await database.RunOfAsync(run, owner)).State);
        Assert.Equal(5, (await ChunksAsync(run)).Count);
    }

    [Fact]
    public async Task AskAsync_OpenRun_IsNotOpenedTwice()
    {
        var owner = await database.AddOwnerAsync(database.District);
        await database.AskAsync(owner);
        Assert.Null(await database.Runs.AskAsync(owner, Token));
    }

    [Fact]
    public async Task RunAsync_OwnerWhoIsNoAdministratorAnyMore_StoresNothing()
    {
        var owner = await database.AddOwnerAsync(database.District);
        var run = await database.AskAsync(owner);
        await database.ScalarAsync<int>("UPDATE crime.person SET role = 1 WHERE id = @PersonId RETURNING 1", new { owner.PersonId });
        await database.NewRunner().RunAsync(run, owner.PersonId, Token);
        Assert.Empty(await ChunksAsync(run));
    }

    [Fact]
    public async Task ListAsync_AdministratorWithinAnother_OnlyTheWiderOwns()
    {
        var wide = await database.AddOwnerAsync("IN");
        var narrow = await database.AddOwnerAsync(database.District);
        var owners = await new ForecastOwners(database.Fixture.App).ListAsync(Token);
        Assert.Single(owners);
        Assert.DoesNotContain(narrow.PersonId, owners.Select(owner => owner.PersonId));
        Assert.Contains(PersonRole.Admin, owners.Select(owner => owner.Role));
        Assert.NotNull(wide);
    }

    private async Task<Dictionary<string, DateTime>> ChunksAsync(Guid run)
    {
        await using var connection = await database.Fixture.Owner.OpenConnectionAsync(Token);
        return (await connection.QueryAsync<(string Name, DateTime At)>(ChunkTimesSql, new { run })).ToDictionary(chunk => chunk.Name, chunk => chunk.At);
    }
}
