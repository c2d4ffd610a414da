using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Clustering.Hulls;
using CrimeInsight.Core.Spatial.KernelDensity;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// Kernel density of single cases; and land where its ratio to the density of what they are compared with is beyond chance, corrected
/// for all cells.
/// </summary>
internal static class DensityHotspots
{
    private const int LeastCases = 20;
    private const int MostCells = 2_500_000;
    private const double CellsPerBandwidth = 2;
    private const double MarginBandwidths = 3;
    private const double CornerShare = 0.05;
    private const int LeastInside = 5;
    private const int MostRings = 100;

    // A quarter, half and three quarters of the cases, in the smallest land that holds them.
    private static readonly double[] s_shares = [0.75, 0.5, 0.25];

    public static HotspotReport Find(PointStudy study, IProgress<double>? progress, int threads, CancellationToken cancellationToken)
    {
        var (cases, population) = study.Split();
        if (cases.Length < LeastCases)
            return study.None(HotspotObstacle.TooFewCases);
        if (cases.Length == population.Length)
            return study.None(HotspotObstacle.NoComparison);
        var (events, all) = ((MetrePoints)study.Places.At(cases), (MetrePoints)study.Places.At(population));
        if ((study.Request.BandwidthMetres ?? BandwidthRule.MetresOf(events, DensityKernel.Gaussian)) is not { } wanted)
            return study.None(HotspotObstacle.NoVariation);
        var bandwidth = Math.Max(wanted, Finest(all));
        var grid = DensityGrid.Around(all, bandwidth / CellsPerBandwidth, MarginBandwidths * bandwidth);
        var density = new DensityRequest(DensityKernel.Gaussian, bandwidth);
        progress?.Report(0.1);
        var risk = RelativeRisk.Estimate(events, all, [.. Enumerable.Repeat(1.0, all.Count)], grid, new RiskRequest(density, seed: study.Request.Seed), threads, cancellationToken);
        progress?.Report(0.6);
        var surface = KernelDensity.Estimate(events, grid, density, null, threads, cancellationToken).PerSquareKilometre;
        progress?.Report(0.8);
        return new HotspotReport(study.Request, JurisdictionLevel.Station, study.Period, [], Findings(study, cases, population, risk, cancellationToken), risk.HasPopulation.Count(has => has), 0)
        {
            Background = study.Background,
            Compared = cases.Length,
            Population = population.Length,
            BandwidthMetres = bandwidth,
            Plain = Plain(study, events, grid, surface, bandwidth, cancellationToken),
        };
    }

    /// <summary>The smallest bandwidth whose cells are not too many for the extent.</summary>
    private static double Finest(MetrePoints places)
    {
        var (width, height) = (places.X.Max() - places.X.Min(), places.Y.Max() - places.Y.Min());
        // With the margins, whose width goes with the bandwidth, a little more.
        return CellsPerBandwidth * Math.Sqrt(width * height / MostCells) * (1 + 2 * MarginBandwidths * CellsPerBandwidth / Math.Sqrt(MostCells));
    }

    private static ImmutableArray<HotspotFinding> Findings(PointStudy study, int[] cases, int[] population, RiskReport risk, CancellationToken cancellationToken)
    {
        double[] closeness = [.. risk.PCorrected.Select((p, cell) => risk.HasPopulation[cell] && risk.LogRisk[cell] > 0 ? -p : -1)];
        var findings = new List<HotspotFinding>();
        foreach (var ring in SurfaceRings.Of(risk.Grid, closeness, -study.Request.Level, -1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] inside = [.. cases.Where(place => ring.Holds(study.Places.X[place], study.Places.Y[place]))];
            var expected = (double)cases.Length / population.Length * population.Count(place => ring.Holds(study.Places.X[place], study.Places.Y[place]));
            // Beside a few cases the tails of both densities can be far apart where nobody is.
            if (inside.Length < LeastInside || inside.Length <= expected)
                continue;
            var station = study.Nearest(new PlanePoint(inside.Average(place => study.Places.X[place]), inside.Average(place => study.Places.Y[place])));
            var p = ring.CellsOf(risk.Grid).Select(cell => risk.PCorrected[cell]).DefaultIfEmpty(study.Request.Level).Min();
            findings.Add(new HotspotFinding("", PlaceClass.Dense, station, [station], study.Period, inside.Length, expected, inside.Length / expected, p, null) { Outline = Outline(study, ring, risk.BandwidthMetres) });
        }

        return [.. findings.OrderByDescending(finding => finding.Cases - finding.Expected).ThenBy(finding => finding.Place.Ordinal).Select((finding, i) => finding with { Key = FormattableString.Invariant($"{finding.Place.Code}~{i + 1}") })];
    }

    /// <summary>Highest density regions: Hyndman (1996), doi:10.1080/00031305.1996.10473508.</summary>
    private static ImmutableArray<PlainOutline> Plain(PointStudy study, MetrePoints events, DensityGrid grid, ImmutableArray<double> surface, double bandwidth, CancellationToken cancellationToken)
    {
        double[] values = [.. surface];
        double[] atEvents = [.. Enumerable.Range(0, events.Count).Select(i => values[CellOf(grid, events.X[i], events.Y[i])]).OrderDescending()];
        var outlines = ImmutableArray.CreateBuilder<PlainOutline>();
        foreach (var share in s_shares)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var level = atEvents[(int)(share * (atEvents.Length - 1))];
            foreach (var ring in SurfaceRings.Of(grid, values, level, -1).Take(MostRings))
                outlines.Add(new PlainOutline(Outline(study, ring, bandwidth), Enumerable.Range(0, events.Count).Count(i => ring.Holds(events.X[i], events.Y[i])), share));
        }

        return outlines.ToImmutable();
    }

    private static int CellOf(DensityGrid grid, double x, double y) =>
        (int)Math.Round((y - grid.South) / grid.CellMetres) * grid.Columns + (int)Math.Round((x - grid.West) / grid.CellMetres);

    private static ImmutableArray<GeoPoint> Outline(PointStudy study, SurfaceRing ring, double bandwidth)
    {
        var hull = new ClusterHull(new MetrePoints([.. ring.Corners.Select(corner => corner.X)], [.. ring.Corners.Select(corner => corner.Y)]), ring.AreaSquareMetres);
        var corners = (MetrePoints)hull.Simplified(CornerShare * bandwidth).Outline;
        return study.OnEarth(Enumerable.Range(0, corners.Count).Select(i => new PlanePoint(corners.X[i], corners.Y[i])));
    }
}
