using System.Collections.Immutable;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Core.Hotspots.NearRepeats;

/// <summary>Near repeats among single cases: a Knox table with permuted times.</summary>
internal sealed class NearRepeatMethod : HotspotMethod<NearRepeatSettings, NearRepeatFindings>
{
    public override string Key => "near-repeats";

    public override int Version => 8;

    public override bool IsOfCases => true;

    protected override NearRepeatFindings Empty(HotspotSearch search, NearRepeatSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Period = search.Period, Obstacle = obstacle };

    protected override async Task<NearRepeatFindings> FindAsync(HotspotSearch search, NearRepeatSettings settings, CancellationToken cancellationToken)
    {
        ImmutableArray<string> heads = search.Scope.Head is { } head ? [head] : [];
        var points = search.Sources.Points;
        if (await points.ReadAsync(search.Scope.Place, heads, search.Period, settings.MostCases, search.Viewer, cancellationToken)
            .ConfigureAwait(false) is not { } cases)
            return Empty(search, settings, HotspotObstacle.TooManyCases);
        if (cases.IsWithheld)
            return Empty(search, settings, HotspotObstacle.Withheld);
        if (cases.Places.Count < settings.LeastCases)
            return Empty(search, settings, HotspotObstacle.TooFewCases) with { Cases = cases.Places.Count };
        var knox = new KnoxRequest(cases.Places, cases.Days.AsSpan(), NearRepeatSettings.Metres.AsSpan(), NearRepeatSettings.Days.AsSpan())
        {
            Alpha = settings.Significance,
            Seed = settings.Seed,
            IsTrendKept = true,
        };
        var done = search.Progress is null ? null : new StepShare(search.Progress, knox.Replicas);
        var report = await Task.Run(() => KnoxTest.Run(knox, done, search.Threads, cancellationToken), cancellationToken).ConfigureAwait(false);
        return Empty(search, settings) with { Cases = cases.Places.Count, Report = NearRepeatTable.Of(report), IsWithoutSensitive = true };
    }
}
