using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.Clustering.Chance;
using CrimeInsight.Core.Spatial.Clustering.Hulls;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// Crowds of single cases (DBSCAN). Each is tested against as many cases drawn from all they are compared with; those beyond chance
/// are followed through the last twelve months.
/// </summary>
internal static class ClusterHotspots
{
    // By then it is clear that nothing stands out.
    private const int StopAfterHits = 60;
    private const int MostOutlines = 300;
    private const double CornerShare = 0.05;

    public static HotspotReport Find(PointStudy study, IProgress<double>? progress, int threads, CancellationToken cancellationToken)
    {
        var request = study.Request;
        var (cases, population) = study.Split();
        if (cases.Length < request.LeastCases)
            return study.None(HotspotObstacle.TooFewCases);
        if (cases.Length == population.Length)
            return study.None(HotspotObstacle.NoComparison);
        var test = new ClusterTestRequest(new DbscanRequest(request.ReachMetres, request.LeastCases), stopAfterHits: StopAfterHits, seed: request.Seed);
        var report = ClusterTest.Run((MetrePoints)study.Places.At(population), Array.ConvertAll(population, study.IsCase), test, progress, threads, cancellationToken);
        var members = Enumerable.Range(0, cases.Length).GroupBy(i => report.Found.Labels[i], i => cases[i]).ToDictionary(group => group.Key, group => group.ToArray());
        TestedCluster[] passed = [.. report.Tested.Where(cluster => cluster.P <= request.Level).OrderByDescending(cluster => cluster.LogLikelihoodRatio)];
        var courses = CrowdCourses.Of(study, cases, report.Found, [.. passed.Select(cluster => cluster.Label)], cancellationToken);
        return new HotspotReport(
            request, JurisdictionLevel.Station, study.Period, [], [.. passed.Select((cluster, i) => Finding(study, cluster, i, members[cluster.Label], courses[i]))], report.Tested.Length, report.Replicas)
        {
            Background = study.Background,
            Compared = cases.Length,
            Population = population.Length,
            Plain = [.. report.Tested.OrderByDescending(cluster => cluster.Cases).Take(MostOutlines).Select(cluster => new PlainOutline(Outline(study, members[cluster.Label]), cluster.Cases, null))],
        };
    }

    private static HotspotFinding Finding(PointStudy study, TestedCluster cluster, int rank, int[] members, (CrowdCourse Course, ImmutableArray<int> Monthly) through)
    {
        var station = study.Nearest(new PlanePoint(members.Average(place => study.Places.X[place]), members.Average(place => study.Places.Y[place])));
        return new HotspotFinding(
            FormattableString.Invariant($"{station.Code}~{rank + 1}"), PlaceClass.Crowd, station, [station], study.Period, cluster.Cases, cluster.Expected, cluster.Cases / cluster.Expected, cluster.P, null)
        {
            Outline = Outline(study, members),
            Monthly = through.Monthly,
            Course = through.Course,
        };
    }

    /// <summary>With half the reach around it: what the crowd covers, and no corner at the place of a case.</summary>
    private static ImmutableArray<GeoPoint> Outline(PointStudy study, int[] members)
    {
        var reach = study.Request.ReachMetres;
        var hull = ClusterHulls.Concave(study.Places.At(members), marginMetres: reach / 2).Simplified(CornerShare * reach);
        var corners = (MetrePoints)hull.Outline;
        return study.OnEarth(Enumerable.Range(0, corners.Count).Select(i => new PlanePoint(corners.X[i], corners.Y[i])));
    }
}
