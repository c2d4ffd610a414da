using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Tests.Support;
using Npgsql;

namespace CrimeInsight.Tests.Data.Runs;

/// <summary>Several processes on one run, with a part that no migration knows.</summary>
public sealed class SharedRunTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Jurisdiction[] States => [.. database.Queries.Reference.Jurisdictions.ChildrenOf(database.Queries.Reference.Jurisdictions.Root!.Id)];

    /// <summary>Neither does a unit twice, and both do some; without units of their own to claim they would do all of them each.</summary>
    [Fact]
    public async Task RunAsync_TwoWorkers_ShareTheUnits()
    {
        var (part, owner) = (NewPart(1), await database.AddOwnerAsync("IN"));
        var run = await database.AskAsync(owner, part);
        var both = new TaskCompletionSource();
        part.Working = async (_, cancellationToken) =>
        {
            // The first unit is held until the other worker has one.
            if (part.Worked.Select(one => one.Holder).Distinct().Count() > 1)
                both.TrySetResult();
            await both.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        };
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => database.NewRunner(part).RunAsync(run, owner.PersonId, Token)));
        Assert.Equal(States.Select(state => $"invented:{state.Code}").Order(), part.Worked.Select(one => one.Name).Order());
        Assert.Equal(2, part.Worked.Select(one => one.Holder).Distinct().Count());
        var told = await database.RunOfAsync(run, owner);
        Assert.Equal((RunState.Done, States.Length, told.Total), (told.State, told.Count(part.Kind), told.Done));
    }

    /// <summary>Units are claimed in the order of the plan, one a claim, and nothing is left for another while they are held.</summary>
    [Fact]
    public async Task ClaimAsync_EveryUnitHeld_LeavesNothing()
    {
        var (part, owner) = (NewPart(1), await database.AddOwnerAsync("IN"));
        var claims = await database.BeginAsync(owner, [.. part.Plan(null!).Select(unit => new PlannedUnit(part, unit))]);
        Assert.Equal(States.Select(state => $"invented:{state.Code}"), claims.Select(claim => claim.Unit.Name));
        Assert.Equal(new NextUnit(RunSign.Go, null, null, HasMore: true), await NextAsync(claims[0].Run, part, owner));
        // The control: a unit that is given back is claimed.
        await database.Units.ReleaseAsync(claims[3], Token);
        Assert.Equal(claims[3].Unit.Name, (await NextAsync(claims[0].Run, part, owner)).Name);
    }

    [Fact]
    public async Task RunAsync_WorkerThatWasKilled_IsTakenOver()
    {
        var (part, owner) = (NewPart(1, 2), await database.AddOwnerAsync("IN"));
        var killed = (await database.BeginAsync(owner, [.. part.Plan(null!).Take(1).Select(unit => new PlannedUnit(part, unit))]))[0];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        // While it may still live, another worker leaves it alone.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.NewRunner(part).RunAsync(killed.Run, owner.PersonId, patience.Token));
        Assert.DoesNotContain(killed.Unit.Name, part.Worked.Select(one => one.Name));
        await SilenceAsync(killed);
        await database.NewRunner(part).RunAsync(killed.Run, owner.PersonId, Token);
        Assert.Contains(killed.Unit.Name, part.Worked.Select(one => one.Name));
        Assert.Equal(RunState.Done, (await database.RunOfAsync(killed.Run, owner)).State);
        // Should it live after all, nothing of it is stored, and it hears that.
        Assert.Equal(RunSign.Over, await database.Units.ReportAsync(killed, Token));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => part.RunAsync(killed, Token))).SqlState);
    }

    [Fact]
    public async Task ReportAsync_UnitTakenOver_IsLost()
    {
        var (part, owner) = (NewPart(1, 1), await database.AddOwnerAsync("IN"));
        var silent = (await database.BeginAsync(owner, [.. part.Plan(null!).Select(unit => new PlannedUnit(part, unit))]))[0];
        Assert.Equal(RunSign.Go, await database.Units.ReportAsync(silent, Token));
        await SilenceAsync(silent);
        // As long as nobody took it, a report keeps it.
        Assert.Equal(RunSign.Go, await database.Units.ReportAsync(silent, Token));
        Assert.Null((await NextAsync(silent.Run, part, owner)).Name);
        await SilenceAsync(silent);
        Assert.Equal(silent.Unit.Name, (await NextAsync(silent.Run, part, owner)).Name);
        Assert.Equal(RunSign.Lost, await database.Units.ReportAsync(silent, Token));
        await database.Units.ReleaseAsync(silent, Token);
        Assert.Null((await NextAsync(silent.Run, part, owner)).Name);
    }

    /// <summary>A unit that needs others waits for them, and for no others.</summary>
    [Fact]
    public async Task ClaimAsync_UnitThatNeedsAnother_Waits()
    {
        var (part, owner) = (NewPart(1, 3), await database.AddOwnerAsync("IN"));
        var units = part.Plan(null!).ToArray();
        units[0] = units[0] with { Needs = [units[2].Name] };
        var run = await database.AskAsync(owner, part);
        Assert.True(await database.Units.JoinAsync(run, [.. units.Select(unit => new PlannedUnit(part, unit))], owner, Token));
        Assert.Equal(units[1].Name, (await NextAsync(run, part, owner)).Name);
        var holder = Guid.NewGuid();
        Assert.Equal(units[2].Name, (await database.Units.ClaimAsync(run, holder, [part], owner, Token)).Name);
        Assert.Null((await NextAsync(run, part, owner)).Name);
        await database.Units.FinishAsync(new RunClaim(run, holder, part.Kind, units[2], owner, database.Queries.Reference, 1, new UnitMeter(1)), Token);
        Assert.Equal(units[0].Name, (await NextAsync(run, part, owner)).Name);
    }

    [Fact]
    public async Task RunAsync_UnitThatFails_EndsTheRunAndGivesTheUnitBack()
    {
        var (part, owner) = (NewPart(1, 2), await database.AddOwnerAsync("IN"));
        var run = await database.AskAsync(owner, part);
        part.Working = (_, _) => throw new InvalidOperationException("disk full");
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.NewRunner(part).RunAsync(run, owner.PersonId, Token));
        var told = await database.RunOfAsync(run, owner);
        Assert.Equal((RunState.Failed, "disk full"), (told.State, told.Problem));
        part.Working = (_, _) => Task.CompletedTask;
        await database.NewRunner(part).RunAsync(run, owner.PersonId, Token);
        Assert.Equal(RunState.Done, (await database.RunOfAsync(run, owner)).State);
    }

    private InventedPart NewPart(int version, int areas = int.MaxValue) => new("invented", version, database.Results, [.. States.Take(areas)]);

    private Task<NextUnit> NextAsync(Guid run, IRunPart part, Viewer owner) => database.Units.ClaimAsync(run, Guid.NewGuid(), [part], owner, Token);

    // What a minute without a sign of life does.
    private Task<int> SilenceAsync(RunClaim claim) => database.ScalarAsync<int>(
        "UPDATE crime.run_unit SET held_until = now() - interval '1 second' WHERE run_id = @Run AND name = @Name RETURNING 1",
        new { claim.Run, claim.Unit.Name });
}
