using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.Clustering.Chance;
using CrimeInsight.Core.Spatial.Clustering.Hulls;

namespace CrimeInsight.Core.Hotspots.DensityClusters;

/// <summary>
/// Clusters of single cases (DBSCAN). Each is tested against as many cases drawn from all they are compared with; those beyond chance
/// are followed through the last months.
/// </summary>
internal sealed class DensityClustersMethod : ComparedCasesMethod<DensityClustersSettings, DensityClustersReport>
{
    private const int MostOutlines = 300;
    private const double CornerShare = 0.05;

    public override string Key => "clusters";

    public override int Version => 8;

    protected override DensityClustersReport Empty(HotspotSearch search, DensityClustersSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };

    protected override DensityClustersReport Find(HotspotSearch search, PointStudy study, DensityClustersSettings settings, CancellationToken cancellationToken)
    {
        var (cases, population) = study.Split();
        if (cases.Length < settings.LeastCases)
            return Report(search, study, settings, HotspotObstacle.TooFewCases);
        if (cases.Length == population.Length)
            return Report(search, study, settings, HotspotObstacle.NoComparison);
        var test = new ClusterTestRequest(
            new DbscanRequest(settings.ReachMetres, settings.LeastCases), stopAfterHits: settings.StopAfterHits, seed: settings.Seed);
        var report = ClusterTest.Run(
            (MetrePoints)study.Places.At(population), Array.ConvertAll(population, study.IsCase), test, search.Progress, search.Threads, cancellationToken);
        var members = Enumerable.Range(0, cases.Length).GroupBy(i => report.Found.Labels[i], i => cases[i])
            .ToDictionary(group => group.Key, group => group.ToArray());
        TestedCluster[] passed = [
            .. report.Tested.Where(cluster => cluster.P <= settings.Significance).OrderByDescending(cluster => cluster.LogLikelihoodRatio)];
        var courses = ClusterCourses.Of(study, settings, cases, report.Found, [.. passed.Select(cluster => cluster.Label)], cancellationToken);
        ImmutableArray<GeoPoint> OutlineOf(int label) => Outline(study, members[label], settings.ReachMetres);
        return Report(search, study, settings) with
        {
            Clusters = [.. passed.Select((cluster, i) => Finding(study, cluster, i, members[cluster.Label], courses[i], OutlineOf(cluster.Label)))],
            Tested = report.Tested.Length,
            Replicas = report.Replicas,
            Plain = [.. report.Tested.OrderByDescending(cluster => cluster.Cases).Take(MostOutlines)
                .Select(cluster => new PlainOutline(OutlineOf(cluster.Label), cluster.Cases, null))],
        };
    }

    private static ClusterFinding Finding(
        PointStudy study, TestedCluster cluster, int rank, int[] members, (ClusterCourse Course, ImmutableArray<int> Monthly) through,
        ImmutableArray<GeoPoint> outline)
    {
        var station = study.Nearest(new PlanePoint(members.Average(place => study.Places.X[place]), members.Average(place => study.Places.Y[place])));
        return new ClusterFinding
        {
            Key = FormattableString.Invariant($"{station.Code}~{rank + 1}"),
            Class = PlaceClass.DensityCluster,
            Place = station,
            Places = [station],
            Period = study.Period,
            Cases = cluster.Cases,
            Expected = cluster.Expected,
            RelativeRisk = cluster.Cases / cluster.Expected,
            P = cluster.P,
            Outline = outline,
            Monthly = through.Monthly,
            Course = through.Course,
        };
    }

    /// <summary>With half the reach around it: what the cluster covers, and no corner at the place of a case.</summary>
    private static ImmutableArray<GeoPoint> Outline(PointStudy study, int[] members, double reach)
    {
        var hull = ClusterHulls.Concave(study.Places.At(members), marginMetres: reach / 2).Simplified(CornerShare * reach);
        var corners = (MetrePoints)hull.Outline;
        return study.OnEarth(Enumerable.Range(0, corners.Count).Select(i => new PlanePoint(corners.X[i], corners.Y[i])));
    }
}
