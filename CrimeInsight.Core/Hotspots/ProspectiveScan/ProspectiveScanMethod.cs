using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Core.Hotspots.ProspectiveScan;

/// <summary>
/// Circles of places that have had more cases up to now than the places usually have and the months elsewhere had:
/// prospective space-time permutation scan over the last two periods, for what began in the last half of a period, against
/// counts that vary as much and as long as these do.
/// </summary>
internal sealed class ProspectiveScanMethod : MonthsMethod<ProspectiveScanSettings, ProspectiveScanReport>
{
    public override string Key => "recent";

    public override int Version => 8;

    protected override int MonthsFor(int months, ProspectiveScanSettings settings) =>
        Math.Max(settings.LeastMonths, Math.Min(2 * months, HotspotRequest.MostMonths));

    protected override ProspectiveScanReport Empty(HotspotSearch search, ProspectiveScanSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };

    protected override ProspectiveScanReport Find(HotspotSearch search, PlaceCases cases, ProspectiveScanSettings settings, CancellationToken cancellationToken)
    {
        var none = Empty(search, settings) with { Period = cases.Period };
        if (cases.Cases.Sum() < settings.LeastCases)
            return none with { Marks = Marks(cases, []), Obstacle = HotspotObstacle.TooFewCases };
        var scan = new ScanRequest(cases.Points(), cases.Cases.AsSpan(), cases.Months, ScanModel.Permutation, ScanSpan.Prospective)
        {
            MaxShare = settings.MaxShare,
            MaxRadiusMetres = search.Level == JurisdictionLevel.Station ? settings.MaxRadiusMetres : null,
            StopAfterHits = settings.StopAfterHits,
            MaxDuration = Math.Max(1, cases.Months / 4),
            Replicas = settings.Replicas,
            Overdispersion = Overdispersion.Auto,
            Seed = settings.Seed,
        };
        var done = search.Progress is null ? null : new StepShare(search.Progress, settings.Replicas);
        var report = KulldorffScan.Run(scan, done, search.Threads, cancellationToken);
        var significant = report.Significant(settings.Significance).ToList();
        return none with
        {
            Marks = Marks(cases, significant),
            Circles = [.. significant.Select(cluster => Finding(cluster, cases, report))],
            Tested = report.Windows,
            Replicas = report.Replicas,
            MaxRadiusMetres = scan.MaxRadiusMetres,
            MaxDurationMonths = report.MaxDuration,
            Dispersion = report.Dispersion,
        };
    }

    private static ImmutableArray<PlaceMark> Marks(PlaceCases cases, IReadOnlyList<ScanCluster> clusters)
    {
        var inside = clusters.SelectMany(cluster => cluster.Places).ToHashSet();
        return [.. cases.Places.Select((place, i) =>
        {
            var found = inside.Contains(i) ? PlaceClass.AliveCluster : PlaceClass.None;
            return new PlaceMark(place, cases.TotalOf(i), null, found, found);
        })];
    }

    private static CircleFinding Finding(ScanCluster cluster, PlaceCases cases, ScanReport report)
    {
        var place = cases.Places[cluster.Centre];
        return new CircleFinding
        {
            Key = place.Code,
            Class = PlaceClass.AliveCluster,
            Place = place,
            Places = [.. cluster.Places.Select(member => cases.Places[member])],
            Period = new Period(cases.Period.From.AddMonths(cluster.FromPeriod), cases.Period.From.AddMonths(cluster.UntilPeriod)),
            Cases = cluster.Cases,
            Expected = cluster.Expected,
            RelativeRisk = cluster.RelativeRisk,
            P = cluster.P,
            Circle = (place.Point!.Value, Math.Max(cluster.RadiusMetres, LeastRadius(report))),
        };
    }

    // A single place is drawn as a circle, too.
    private static double LeastRadius(ScanReport report) => report.Request.Places.Count > 500 ? 2_000 : 5_000;
}
