using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Clustering.Hulls;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Core.Hotspots.Hexagons;

/// <summary>
/// Single cases counted in small hexagons: Gi* of the logarithm of the counts, so that one enormous cell does not hide the
/// others, with the empty cells around. Neighbouring hot cells are one finding, named after the nearest station.
/// </summary>
internal sealed class HexagonCellsMethod : CasesMethod<HexagonCellsSettings, HexagonCellsReport>
{
    public override string Key => "cells";

    public override int Version => 8;

    protected override HexagonCellsReport Empty(HotspotSearch search, HexagonCellsSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };

    protected override async Task<HexagonCellsReport?> FindAsync(
        HotspotSearch search, ImmutableArray<string> heads, HexagonCellsSettings settings, CancellationToken cancellationToken)
    {
        var cases = await search.Sources.Points.ReadAsync(search.Scope.Place, heads, search.Period, MostCases, search.Viewer, cancellationToken)
            .ConfigureAwait(false);
        return cases is null ? null : await Task.Run(() => Find(search, cases, settings, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private HexagonCellsReport Find(HotspotSearch search, CasePoints cases, HexagonCellsSettings settings, CancellationToken cancellationToken)
    {
        if (cases.Places.Count < settings.LeastCases)
            return Empty(search, settings, HotspotObstacle.TooFewCases);
        var projection = LocalProjection.Around(Enumerable.Range(0, cases.Places.Count).Select(i => cases.Places[i]));
        PlanePoint[] plane = [.. Enumerable.Range(0, cases.Places.Count).Select(i => projection.ToPlane(cases.Places[i]))];
        var cells = HexagonCells.Over(
            new MetrePoints([.. plane.Select(point => point.X)], [.. plane.Select(point => point.Y)]), settings.WidthMetres, settings.Rings);
        var counts = new double[cells.Count];
        foreach (var cell in cells.CellOfEvent)
            counts[cell]++;
        var weights = cells.Neighbours();
        var local = new LocalRequest(LocalMethod.GetisOrdStar, seed: settings.Seed, level: settings.Significance, scale: settings.Scale);
        if (LocalStatistics.Run(counts, weights, local, search.Threads, cancellationToken) is not LocalReport report)
            return Empty(search, settings, HotspotObstacle.NoVariation);
        PlaceClass[] classes = [.. report.Classes.Select(found => found == LocalClass.Hot ? PlaceClass.Hot : PlaceClass.None)];
        var findings = NeighbourGroups.Of(classes, weights).Select(group => Finding(group, search.Period, cells, counts, report, projection, search.Places))
            .OrderByDescending(finding => finding.Cases - finding.Expected).ThenBy(finding => finding.Place.Ordinal);
        return Empty(search, settings) with
        {
            Areas = [.. findings.Select((finding, i) => finding with { Key = FormattableString.Invariant($"{finding.Place.Code}~{i + 1}") })],
            Tested = cells.Count - report.Islands.Length,
            Replicas = report.Permutations,
        };
    }

    private static OutlinedFinding Finding(
        List<int> group, Period period, HexagonCells cells, double[] counts, LocalReport report, LocalProjection projection,
        ImmutableArray<Jurisdiction> stations)
    {
        var corners = group.SelectMany(cell => cells.CornersOf(cell)).ToList();
        var hull = (MetrePoints)ClusterHulls.Convex(new MetrePoints([.. corners.Select(corner => corner.X)], [.. corners.Select(corner => corner.Y)])).Outline;
        ImmutableArray<GeoPoint> outline = [.. Enumerable.Range(0, hull.Count).Select(i => projection.ToGeo(new PlanePoint(hull.X[i], hull.Y[i])))];
        var middle = projection.ToGeo(new PlanePoint(group.Average(cell => cells.Centres.X[cell]), group.Average(cell => cells.Centres.Y[cell])));
        var station = stations.MinBy(one => Distance.Metres(one.Point!.Value, middle))!;
        var (sum, expected) = (group.Sum(cell => counts[cell]), counts.Average() * group.Count);
        return new OutlinedFinding
        {
            Key = station.Code,
            Class = PlaceClass.Hot,
            Place = station,
            Places = [station],
            Period = period,
            Cases = sum,
            Expected = expected,
            RelativeRisk = sum / expected,
            P = group.Min(cell => report.PCorrected[cell]),
            Outline = outline,
        };
    }
}
