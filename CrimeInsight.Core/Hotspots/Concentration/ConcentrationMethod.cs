using System.Collections.Immutable;
using CrimeInsight.Core.Spatial.Concentration;

namespace CrimeInsight.Core.Hotspots.Concentration;

/// <summary>How the cases of a scope concentrate at its places.</summary>
internal sealed class ConcentrationMethod : MonthsMethod<ConcentrationSettings, ConcentrationFindings>
{
    public override string Key => "concentration";

    public override int Version => 8;

    protected override ConcentrationFindings Empty(HotspotSearch search, ConcentrationSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Period = search.Period, Obstacle = obstacle };

    protected override ConcentrationFindings Find(HotspotSearch search, PlaceCases cases, ConcentrationSettings settings, CancellationToken cancellationToken)
    {
        int[] totals = [.. Enumerable.Range(0, cases.Places.Length).Select(cases.TotalOf)];
        return EventConcentration.Measure(totals, settings.Simulations, settings.Seed, cancellationToken) is { } report
            ? Empty(search, settings) with { Report = report }
            : Empty(search, settings, HotspotObstacle.TooFewCases);
    }
}
