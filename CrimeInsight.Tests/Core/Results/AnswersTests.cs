using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Results;

/// <summary>One contract for whatever is asked, shown on hotspots and on an invented question.</summary>
public sealed class AnswersTests
{
    private static readonly DateTimeOffset s_at = new(2025, 1, 2, 3, 4, 0, TimeSpan.Zero);
    private static readonly HotspotRequest s_request = GridHotspots.Request(HotspotMethod.Neighbours);

    private readonly GridHotspots _grid = new();
    private readonly FakeResults _stored = new() { ComputedAt = s_at };
    private readonly FakeRunProgress _runs = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private StoredHotspots Stored => new(_stored, new GridPlaces(), new FakeStatus { Data = new(7, true, 1000, new(2021, 1, 1), new(2025, 1, 1), null) });

    [Fact]
    public async Task Answers_Stored_AreGivenWithoutComputing()
    {
        var report = await _grid.Hotspots.RunAsync(s_request, GridHotspots.Viewer, null, Token);
        _stored.Stored[HotspotKeys.Hotspots] = report;
        _stored.Stored[HotspotKeys.NearRepeats] = await _grid.NearRepeats.RunAsync(s_request, GridHotspots.Viewer, null, Token);
        _stored.Stored[HotspotKeys.Concentration] = await _grid.Concentration.RunAsync(s_request, GridHotspots.Viewer, Token);
        _grid.Queries.Asked.Clear();
        var hotspots = await AskAsync(new HotspotQuestion(_grid.Hotspots, Stored));
        Assert.Equal((AnswerState.Stored, s_at), (hotspots.State, hotspots.ComputedAt));
        Assert.Equal(report, hotspots.Report);
        Assert.Same(_stored.Stored[HotspotKeys.NearRepeats], (await AskAsync(new NearRepeatQuestion(_grid.NearRepeats, Stored))).Report);
        Assert.Same(_stored.Stored[HotspotKeys.Concentration], (await AskAsync(new ConcentrationQuestion(_grid.Concentration, Stored))).Report);
        Assert.Empty(_grid.Queries.Asked);
    }

    [Fact]
    public async Task Answers_NotStored_AreComputed()
    {
        Assert.True(await AskAsync(new HotspotQuestion(_grid.Hotspots, Stored)) is { State: AnswerState.Computed, Report.Findings.Length: > 0, ComputedAt: null });
        Assert.True(await AskAsync(new NearRepeatQuestion(_grid.NearRepeats, Stored)) is { State: AnswerState.Computed, Report.Report.NearPairs: > 0, ComputedAt: null });
        Assert.True(await AskAsync(new ConcentrationQuestion(_grid.Concentration, Stored)) is { State: AnswerState.Computed, Report.Report.Events: > 0, ComputedAt: null });
    }

    [Theory]
    [InlineData(HotspotObstacle.Withheld, AnswerState.Withheld)]
    [InlineData(HotspotObstacle.TooManyCases, AnswerState.TooLarge)]
    [InlineData(HotspotObstacle.TooFewPlaces, AnswerState.Stored)]
    public async Task Answers_StoredObstacle_SayWhatItIs(HotspotObstacle obstacle, AnswerState expected)
    {
        _stored.Stored[HotspotKeys.Hotspots] = new HotspotReport(s_request, default, s_request.PeriodAt(new(2025, 1, 1)), [], [], 0, 0, obstacle);
        var answer = await AskAsync(new HotspotQuestion(_grid.Hotspots, Stored));
        Assert.Equal((expected, obstacle), (answer.State, answer.Report!.Obstacle));
    }

    /// <summary>What only the background computes is on its way, unless the background failed.</summary>
    [Theory]
    [InlineData(false, false, AnswerState.Computing)]
    [InlineData(true, false, AnswerState.Computing)]
    [InlineData(true, true, AnswerState.Failed)]
    public async Task Answers_OnlyInTheBackground_AreBeingComputed(bool isKnown, bool hasFailed, AnswerState expected)
    {
        _runs.Progress = isKnown ? new(!hasFailed, 1, 4, TimeSpan.FromSeconds(3)) { HasFailed = hasFailed } : null;
        var answer = await AskAsync(new Background());
        Assert.Equal((expected, null, _runs.Progress), (answer.State, answer.Report, answer.Progress));
    }

    private Task<Answer<HotspotRequest, TReport>> AskAsync<TReport>(IQuestion<HotspotRequest, TReport> question)
        where TReport : class =>
        new Answers<HotspotRequest, TReport>(question, _runs).AskAsync(s_request, GridHotspots.Viewer, progress: null, Token);

    private sealed class Background : IQuestion<HotspotRequest, string>
    {
        public Task<StoredResult<string>?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) => Task.FromResult<StoredResult<string>?>(null);

        public Task<string?> ComputeAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public AnswerState Judge(string report, AnswerState state) => state;
    }
}
