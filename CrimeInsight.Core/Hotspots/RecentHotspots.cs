using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// Circles of places that have had more cases up to now than the places usually have and the months elsewhere had:
/// prospective space-time permutation scan over the last two periods, for what began in the last half of a period, against
/// counts that vary as much and as long as these do.
/// </summary>
internal static class RecentHotspots
{
    private const int LeastMonths = 6;
    private const int LeastCases = 20;
    private const int Replicas = 999;
    // Larger ones say little about where to go, and cost most of the time.
    private const double MaxShare = 0.1;
    private const double MaxRadiusMetres = 100_000;

    // By then it is clear that nothing stands out.
    private const int StopAfterHits = 60;

    /// <summary>Months that are read: twice the period, at least half a year.</summary>
    public static int MonthsFor(int months) => Math.Max(LeastMonths, Math.Min(2 * months, HotspotRequest.MostMonths));

    public static HotspotReport Find(HotspotRequest request, JurisdictionLevel level, PlaceCases cases, IProgress<double>? progress, int threads, CancellationToken cancellationToken)
    {
        var total = cases.Cases.Sum();
        if (total < LeastCases)
            return new HotspotReport(request, level, cases.Period, Marks(cases, []), [], 0, 0, HotspotObstacle.TooFewCases);
        var scan = new ScanRequest(cases.Points(), cases.Cases.AsSpan(), cases.Months, ScanModel.Permutation, ScanSpan.Prospective)
        {
            MaxShare = MaxShare,
            MaxRadiusMetres = level == JurisdictionLevel.Station ? MaxRadiusMetres : null,
            StopAfterHits = StopAfterHits,
            MaxDuration = Math.Max(1, cases.Months / 4),
            Replicas = Replicas,
            Overdispersion = Overdispersion.Auto,
            Seed = request.Seed,
        };
        var done = progress is null ? null : new StepShare(progress, Replicas);
        var report = KulldorffScan.Run(scan, done, threads, cancellationToken);
        var significant = report.Significant(request.Level).ToList();
        return new HotspotReport(
            request, level, cases.Period, Marks(cases, significant), [.. significant.Select(cluster => Finding(cluster, cases, report))], report.Windows, report.Replicas)
        {
            Dispersion = report.Dispersion,
        };
    }

    private static ImmutableArray<PlaceMark> Marks(PlaceCases cases, IReadOnlyList<ScanCluster> clusters)
    {
        var inside = clusters.SelectMany(cluster => cluster.Places).ToHashSet();
        return [.. cases.Places.Select((place, i) =>
        {
            var found = inside.Contains(i) ? PlaceClass.Recent : PlaceClass.None;
            return new PlaceMark(place, cases.TotalOf(i), null, found, found);
        })];
    }

    private static HotspotFinding Finding(ScanCluster cluster, PlaceCases cases, ScanReport report)
    {
        var place = cases.Places[cluster.Centre];
        var period = new Period(cases.Period.From.AddMonths(cluster.FromPeriod), cases.Period.From.AddMonths(cluster.UntilPeriod));
        return new HotspotFinding(
            place.Code,
            PlaceClass.Recent,
            place,
            [.. cluster.Places.Select(member => cases.Places[member])],
            period,
            cluster.Cases,
            cluster.Expected,
            cluster.RelativeRisk,
            cluster.P,
            (place.Point!.Value, Math.Max(cluster.RadiusMetres, LeastRadius(report))));
    }

    // A single place is drawn as a circle, too.
    private static double LeastRadius(ScanReport report) => report.Request.Places.Count > 500 ? 2_000 : 5_000;
}
