using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Hotspots;

public sealed class HotspotAnswersTests
{
    private static readonly DateTimeOffset s_at = new(2025, 1, 2, 3, 4, 0, TimeSpan.Zero);
    private static readonly HotspotRequest s_request = GridHotspots.Request(HotspotMethod.Neighbours);

    private readonly GridHotspots _grid = new();
    private readonly FakeStoredHotspots _stored = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HotspotAnswers Answers => new(_stored, _grid.Hotspots, _grid.NearRepeats, _grid.Concentration);

    [Fact]
    public async Task Answers_Stored_AreGivenWithoutComputing()
    {
        _stored.Report = await _grid.Hotspots.RunAsync(s_request, GridHotspots.Viewer, null, Token) with { ComputedAt = s_at };
        _stored.NearRepeats = await _grid.NearRepeats.RunAsync(s_request, GridHotspots.Viewer, null, Token) with { ComputedAt = s_at };
        _stored.Concentration = await _grid.Concentration.RunAsync(s_request, GridHotspots.Viewer, Token) with { ComputedAt = s_at };
        _grid.Queries.Asked.Clear();
        Assert.Same(_stored.Report, await Answers.HotspotsAsync(s_request, GridHotspots.Viewer, null, Token));
        Assert.Same(_stored.NearRepeats, await Answers.NearRepeatsAsync(s_request, GridHotspots.Viewer, null, Token));
        Assert.Same(_stored.Concentration, await Answers.ConcentrationAsync(s_request, GridHotspots.Viewer, Token));
        Assert.Empty(_grid.Queries.Asked);
    }

    [Fact]
    public async Task Answers_NotStored_AreComputed()
    {
        Assert.True(await Answers.HotspotsAsync(s_request, GridHotspots.Viewer, null, Token) is { Findings.Length: > 0, ComputedAt: null });
        Assert.True(await Answers.NearRepeatsAsync(s_request, GridHotspots.Viewer, null, Token) is { Report.NearPairs: > 0, ComputedAt: null });
        Assert.True(await Answers.ConcentrationAsync(s_request, GridHotspots.Viewer, Token) is { Report.Events: > 0, ComputedAt: null });
    }
}
