using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Runs;

/// <summary>Which run is asked for, and how many processes are woken for it.</summary>
public sealed class RunRequestsTests : IRunStore, IRunQueue
{
    private static readonly Viewer s_owner = new(Guid.NewGuid(), "asha", PersonRole.Admin, [1]);
    private readonly List<PresentRun> _present = [];
    private readonly List<string> _did = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RunRequests Requests => new(this, [new InventedPart("one", 1, null!), new InventedPart("two", 3, null!)], this);

    int IRunQueue.Processes => 3;

    [Theory]
    [InlineData(RunState.Done, 1, 3, "")]
    [InlineData(RunState.Done, 1, 4, "")]
    [InlineData(RunState.Done, 1, 2, "ask two:3 wake 3")]
    [InlineData(RunState.Cancelled, 1, 3, "")]
    [InlineData(RunState.Failed, 0, 3, "ask one:1 wake 3")]
    public async Task EnsureAsync_NewestRun_AsksForWhatIsMissing(RunState state, int one, int two, string expected)
    {
        _present.Add(Run(state, one, two));
        await Requests.EnsureAsync(s_owner, Token);
        Assert.Equal(expected, string.Join(' ', _did));
    }

    [Fact]
    public async Task EnsureAsync_KindsInSeveralRuns_AreKnown()
    {
        _present.AddRange([Run(RunState.Done, null, 3), Run(RunState.Done, 1, 2)]);
        await Requests.EnsureAsync(s_owner, Token);
        Assert.Empty(_did);
    }

    [Fact]
    public async Task EnsureAsync_Nothing_AsksForAll()
    {
        await Requests.EnsureAsync(s_owner, Token);
        Assert.Equal("ask one:1,two:3 wake 3", string.Join(' ', _did));
    }

    [Theory]
    [InlineData(RunState.Waiting, false, 0, "")]
    [InlineData(RunState.Waiting, true, 0, "wake 3")]
    [InlineData(RunState.Running, false, 3, "")]
    [InlineData(RunState.Running, false, 1, "wake 2")]
    [InlineData(RunState.Running, true, 1, "wake 3")]
    public async Task EnsureAsync_OpenRun_GetsProcesses(RunState state, bool isStale, int workers, string expected)
    {
        _present.Add(Run(state, 1, 2) with { IsStale = isStale, Workers = workers });
        await Requests.EnsureAsync(s_owner, Token);
        Assert.Equal(expected, string.Join(' ', _did));
    }

    [Theory]
    [InlineData(RunState.Running, 1, 3, "wake 3")]
    [InlineData(RunState.Failed, 1, 3, "reopen wake 3")]
    [InlineData(RunState.Cancelled, 1, 3, "reopen wake 3")]
    [InlineData(RunState.Done, 1, 2, "ask two:3 wake 3")]
    [InlineData(RunState.Done, 1, 3, "ask one:1,two:3 wake 3")]
    public async Task StartAsync_NewestRun_GoesOnOrBeginsAgain(RunState state, int one, int two, string expected)
    {
        _present.Add(Run(state, one, two));
        Assert.NotNull(await Requests.StartAsync(s_owner, Token));
        Assert.Equal(expected, string.Join(' ', _did));
    }

    Task<IReadOnlyList<Run>> IRunStore.ListAsync(Viewer viewer, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<PresentRun>> IRunStore.ListPresentAsync(Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PresentRun>>(_present);

    Task<Guid?> IRunStore.AskAsync(IReadOnlyDictionary<string, int> versions, Viewer viewer, CancellationToken cancellationToken)
    {
        _did.Add("ask " + string.Join(',', versions.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key}:{kind.Value}")));
        return Task.FromResult<Guid?>(Guid.NewGuid());
    }

    Task<bool> IRunStore.ReopenAsync(Guid run, Viewer viewer, CancellationToken cancellationToken)
    {
        _did.Add("reopen");
        return Task.FromResult(true);
    }

    Task<bool> IRunStore.CancelAsync(Guid run, Viewer viewer, CancellationToken cancellationToken) => throw new NotSupportedException();

    void IRunQueue.Wake(Guid run, Guid person, int processes) => _did.Add($"wake {processes}");

    private static PresentRun Run(RunState state, int? one, int two)
    {
        var versions = new Dictionary<string, int> { ["two"] = two };
        if (one is { } known)
            versions["one"] = known;
        return new PresentRun(Guid.NewGuid(), state, versions, IsStale: false, Workers: 0);
    }
}
