using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Runs;

/// <summary>Kinds version separately.</summary>
public sealed class RunVersionTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Jurisdiction[] Areas => [database.Queries.Reference.Jurisdictions.Find("IN-GA")!, database.Queries.Reference.Jurisdictions.Find("IN-TN")!];

    [Fact]
    public async Task EnsureAsync_OneKindChanged_OnlyThatKindIsComputed()
    {
        var owner = await database.AddOwnerAsync("IN");
        var (one, two) = (Part("one", 1), Part("two", 1));
        await EnsureAndRunAsync(owner, one, two);
        Assert.Equal((2, 2), (one.Worked.Count, two.Worked.Count));
        await EnsureAndRunAsync(owner, one, two);
        Assert.Equal((2, 2), (one.Worked.Count, two.Worked.Count));

        var newer = Part("two", 2);
        await EnsureAndRunAsync(owner, one, newer);
        Assert.Equal((2, 2), (one.Worked.Count, newer.Worked.Count));
        // The control: other data concern every kind.
        await database.ScalarAsync<long>("UPDATE crime.data_state SET months_version = months_version + 1 RETURNING months_version");
        await EnsureAndRunAsync(owner, one, newer);
        Assert.Equal((4, 4), (one.Worked.Count, newer.Worked.Count));
    }

    /// <summary>A newer app takes over a run that an older one began; what the older one did of an unchanged kind stays.</summary>
    [Fact]
    public async Task JoinAsync_NewerVersion_TakesThePlaceOfTheOlder()
    {
        var owner = await database.AddOwnerAsync("IN");
        var (one, old, newer) = (Part("one", 1), Part("two", 1), Part("two", 2));
        var run = await database.AskAsync(owner, one, old);
        old.Working = (claim, _) =>
            claim.Unit.Name.EndsWith("TN", StringComparison.Ordinal) ? throw new InvalidOperationException("stopped") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.NewRunner(one, old).RunAsync(run, owner.PersonId, Token));
        await database.NewRunner(one, newer).RunAsync(run, owner.PersonId, Token);
        Assert.Equal((2, 2), (one.Worked.Count, newer.Worked.Count));
        var told = await database.LatestAsync(owner);
        Assert.Equal((RunState.Done, 1, 2), (told.State, told.Versions["one"], told.Versions["two"]));
        // An older app finds nothing to do, and takes nothing back.
        Assert.Equal(2, old.Worked.Count);
        await database.NewRunner(one, old).RunAsync(run, owner.PersonId, Token);
        Assert.Equal(2, old.Worked.Count);
    }

    [Fact]
    public async Task JoinAsync_OlderApp_LeavesTheUnitsOfTheNewer()
    {
        var owner = await database.AddOwnerAsync("IN");
        var (old, newer) = (Part("two", 1), Part("two", 2));
        var run = await database.AskAsync(owner, newer);
        newer.Working = (_, _) => throw new InvalidOperationException("stopped");
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.NewRunner(newer).RunAsync(run, owner.PersonId, Token));
        await database.NewRunner(old).RunAsync(run, owner.PersonId, Token);
        Assert.Empty(old.Worked);
        Assert.NotEqual(RunState.Done, (await database.RunOfAsync(run, owner)).State);
        newer.Working = (_, _) => Task.CompletedTask;
        await database.NewRunner(newer).RunAsync(run, owner.PersonId, Token);
        Assert.Equal(RunState.Done, (await database.RunOfAsync(run, owner)).State);
    }

    private InventedPart Part(string kind, int version) => new(kind, version, database.Results, Areas);

    private async Task EnsureAndRunAsync(Viewer owner, params IRunPart[] parts)
    {
        var queue = new Queue();
        await new RunRequests(database.Runs, parts, queue).EnsureAsync(owner, Token);
        foreach (var run in queue.Woken)
            await database.NewRunner(parts).RunAsync(run, owner.PersonId, Token);
    }

    private sealed class Queue : IRunQueue
    {
        public List<Guid> Woken { get; } = [];

        public int Processes => 1;

        public void Wake(Guid run, Guid person, int processes) => Woken.Add(run);
    }
}
