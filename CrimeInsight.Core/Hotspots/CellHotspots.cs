using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Clustering.Hulls;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// Single cases counted in hexagons of 300 m: Gi* of the logarithm of the counts, so that one enormous cell does not hide the
/// others, with the empty cells around. Neighbouring hot cells are one finding, named after the nearest station.
/// </summary>
internal static class CellHotspots
{
    private const double WidthMetres = 300;
    private const int Rings = 1;
    private const int LeastCases = 100;

    /// <param name="stations">With coordinates; at least one.</param>
    public static HotspotReport Find(
        HotspotRequest request, Period period, CasePoints cases, ImmutableArray<Jurisdiction> stations, int threads, CancellationToken cancellationToken)
    {
        var empty = new HotspotReport(request, JurisdictionLevel.Station, period, [], [], 0, 0, HotspotObstacle.TooFewCases);
        if (cases.Places.Count < LeastCases)
            return empty;
        var projection = LocalProjection.Around(Enumerable.Range(0, cases.Places.Count).Select(i => cases.Places[i]));
        PlanePoint[] plane = [.. Enumerable.Range(0, cases.Places.Count).Select(i => projection.ToPlane(cases.Places[i]))];
        var cells = HexagonCells.Over(new MetrePoints([.. plane.Select(point => point.X)], [.. plane.Select(point => point.Y)]), WidthMetres, Rings);
        var counts = new double[cells.Count];
        foreach (var cell in cells.CellOfEvent)
            counts[cell]++;
        var weights = cells.Neighbours();
        var local = new LocalRequest(LocalMethod.GetisOrdStar, seed: request.Seed, level: request.Level, scale: ValueScale.Logarithm);
        if (LocalStatistics.Run(counts, weights, local, threads, cancellationToken) is not LocalReport report)
            return empty with { Obstacle = HotspotObstacle.NoVariation };
        PlaceClass[] classes = [.. report.Classes.Select(found => found == LocalClass.Hot ? PlaceClass.Hot : PlaceClass.None)];
        var groups = NeighbourGroups.Of(classes, weights);
        var findings = groups.Select(group => Finding(group, period, cells, counts, report, projection, stations))
            .OrderByDescending(finding => finding.Cases - finding.Expected).ThenBy(finding => finding.Place.Ordinal);
        return new HotspotReport(
            request, JurisdictionLevel.Station, period, [], [.. findings.Select((finding, i) => finding with { Key = FormattableString.Invariant($"{finding.Place.Code}~{i + 1}") })],
            cells.Count - report.Islands.Length, report.Permutations);
    }

    private static HotspotFinding Finding(
        List<int> group, Period period, HexagonCells cells, double[] counts, LocalReport report, LocalProjection projection, ImmutableArray<Jurisdiction> stations)
    {
        var corners = group.SelectMany(cell => cells.CornersOf(cell)).ToList();
        var hull = (MetrePoints)ClusterHulls.Convex(new MetrePoints([.. corners.Select(corner => corner.X)], [.. corners.Select(corner => corner.Y)])).Outline;
        ImmutableArray<GeoPoint> outline = [.. Enumerable.Range(0, hull.Count).Select(i => projection.ToGeo(new PlanePoint(hull.X[i], hull.Y[i])))];
        var middle = projection.ToGeo(new PlanePoint(group.Average(cell => cells.Centres.X[cell]), group.Average(cell => cells.Centres.Y[cell])));
        var station = stations.MinBy(one => Distance.Metres(one.Point!.Value, middle))!;
        var (sum, expected) = (group.Sum(cell => counts[cell]), counts.Average() * group.Count);
        return new HotspotFinding(station.Code, PlaceClass.Hot, station, [station], period, sum, expected, sum / expected, group.Min(cell => report.PCorrected[cell]), null)
        {
            Outline = outline,
        };
    }
}
