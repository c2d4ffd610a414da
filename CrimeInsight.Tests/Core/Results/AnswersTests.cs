using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Results;

/// <summary>One contract for whatever is asked, shown on hotspots and on an invented question.</summary>
public sealed class AnswersTests
{
    private static readonly DateTimeOffset s_at = new(2025, 1, 2, 3, 4, 0, TimeSpan.Zero);
    private static readonly HotspotRequest s_request = GridHotspots.Request("neighbours");

    private readonly GridHotspots _grid = new();
    private readonly FakeResults _stored = new() { ComputedAt = s_at };
    private readonly FakeRunProgress _runs = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Methods => [.. GridHotspots.Methods.All.Select(method => method.Key)];

    private HotspotQuestion Question =>
        new(_grid.Hotspots, GridHotspots.Methods, GridHotspots.Sources(_grid.Queries, new FakeCasePoints(), GridHotspots.Status), _stored);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Answers_Stored_AreGivenWithoutComputing(string method)
    {
        var report = await _grid.RunAsync(GridHotspots.Settings(method));
        _stored.Stored[$"hotspots:{method}"] = report;
        _grid.Queries.Asked.Clear();
        var answer = await AskAsync(Question, GridHotspots.Request(method));
        Assert.Equal((AnswerState.Stored, s_at), (answer.State, answer.ComputedAt));
        Assert.Equal(report, answer.Report);
        Assert.Empty(_grid.Queries.Asked);
    }

    [Fact]
    public async Task Answers_NotStored_AreComputed()
    {
        Assert.True(await AskAsync(
            Question, GridHotspots.Request("neighbours")) is { State: AnswerState.Computed, Report: FindingsReport { Findings.Count: > 0 }, ComputedAt: null });
        Assert.True(await AskAsync(
            Question, GridHotspots.Request("near-repeats")) is { State: AnswerState.Computed, Report: NearRepeatFindings { Report.NearPairs: > 0 },
            ComputedAt: null });
        Assert.True(await AskAsync(
            Question, GridHotspots.Request("concentration")) is { State: AnswerState.Computed, Report: ConcentrationFindings { Report.Events: > 0 },
            ComputedAt: null });
    }

    [Theory]
    [InlineData(HotspotObstacle.Withheld, AnswerState.Withheld)]
    [InlineData(HotspotObstacle.TooManyCases, AnswerState.TooLarge)]
    [InlineData(HotspotObstacle.TooFewPlaces, AnswerState.Stored)]
    public async Task Answers_StoredObstacle_SayWhatItIs(HotspotObstacle obstacle, AnswerState expected)
    {
        _stored.Stored["hotspots:neighbours"] = await _grid.RunAsync(s_request.Settings) with { Obstacle = obstacle };
        var answer = await AskAsync(Question, s_request);
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
        var answer = await AskAsync(new Background(), s_request);
        Assert.Equal((expected, null, _runs.Progress), (answer.State, answer.Report, answer.Progress));
    }

    private Task<Answer<HotspotRequest, TReport>> AskAsync<TReport>(IQuestion<HotspotRequest, TReport> question, HotspotRequest request)
        where TReport : class =>
        new Answers<HotspotRequest, TReport>(question, _runs).AskAsync(request, GridHotspots.Viewer, progress: null, Token);

    private sealed class Background : IQuestion<HotspotRequest, string>
    {
        public Task<StoredResult<string>?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
            Task.FromResult<StoredResult<string>?>(null);

        public Task<string?> ComputeAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);

        public AnswerState Judge(string report, AnswerState state) => state;
    }
}
