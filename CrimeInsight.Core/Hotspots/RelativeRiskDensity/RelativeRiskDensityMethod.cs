using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Hulls;
using CrimeInsight.Core.Spatial.KernelDensity;

namespace CrimeInsight.Core.Hotspots.RelativeRiskDensity;

/// <summary>
/// Kernel density of single cases; and land where its ratio to the density of what they are compared with is beyond chance, corrected
/// for all cells.
/// </summary>
internal sealed class RelativeRiskDensityMethod : ComparedCasesMethod<RelativeRiskDensitySettings, RelativeRiskDensityReport>
{
    private const int MostCells = 2_500_000;
    private const double CellsPerBandwidth = 2;
    private const double MarginBandwidths = 3;
    private const double CornerShare = 0.05;
    private const int MostRings = 100;

    // A quarter, half and three quarters of the cases, in the smallest land that holds them.
    private static readonly double[] s_shares = [0.75, 0.5, 0.25];

    public override string Key => "density";

    public override int Version => 8;

    public override bool IsStored => false;

    protected override RelativeRiskDensityReport Empty(HotspotSearch search, RelativeRiskDensitySettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };

    protected override RelativeRiskDensityReport Find(
        HotspotSearch search, PointStudy study, RelativeRiskDensitySettings settings, CancellationToken cancellationToken)
    {
        var (cases, population) = study.Split();
        if (cases.Length < settings.LeastCases)
            return Report(search, study, settings, HotspotObstacle.TooFewCases);
        if (cases.Length == population.Length)
            return Report(search, study, settings, HotspotObstacle.NoComparison);
        var (events, all) = ((MetrePoints)study.Places.At(cases), (MetrePoints)study.Places.At(population));
        if ((settings.BandwidthMetres ?? BandwidthRule.MetresOf(events, DensityKernel.Gaussian)) is not { } wanted)
            return Report(search, study, settings, HotspotObstacle.NoVariation);
        var bandwidth = Math.Max(wanted, Finest(all));
        var grid = DensityGrid.Around(all, bandwidth / CellsPerBandwidth, MarginBandwidths * bandwidth);
        var density = new DensityRequest(DensityKernel.Gaussian, bandwidth);
        search.Progress?.Report(0.1);
        var risk = RelativeRisk.Estimate(
            events, all, [.. Enumerable.Repeat(1.0, all.Count)], grid, new RiskRequest(density, seed: settings.Seed), search.Threads, cancellationToken);
        search.Progress?.Report(0.6);
        var surface = Spatial.KernelDensity.KernelDensity.Estimate(events, grid, density, null, search.Threads, cancellationToken).PerSquareKilometre;
        search.Progress?.Report(0.8);
        return Report(search, study, settings) with
        {
            Areas = Findings(study, settings, cases, population, risk, cancellationToken),
            Tested = risk.HasPopulation.Count(has => has),
            BandwidthMetres = bandwidth,
            CellMetres = grid.CellMetres,
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

    private static ImmutableArray<OutlinedFinding> Findings(
        PointStudy study, RelativeRiskDensitySettings settings, int[] cases, int[] population, RiskReport risk, CancellationToken cancellationToken)
    {
        double[] closeness = [.. risk.PCorrected.Select((p, cell) => risk.HasPopulation[cell] && risk.LogRisk[cell] > 0 ? -p : -1)];
        var findings = new List<OutlinedFinding>();
        foreach (var ring in SurfaceRings.Of(risk.Grid, closeness, -settings.Significance, -1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] inside = [.. cases.Where(place => ring.Holds(study.Places.X[place], study.Places.Y[place]))];
            var expected = (double)cases.Length / population.Length * population.Count(place => ring.Holds(study.Places.X[place], study.Places.Y[place]));
            // Beside a few cases the tails of both densities can be far apart where nobody is.
            if (inside.Length < settings.LeastInside || inside.Length <= expected)
                continue;
            var station = study.Nearest(new PlanePoint(inside.Average(place => study.Places.X[place]), inside.Average(place => study.Places.Y[place])));
            var p = ring.CellsOf(risk.Grid).Select(cell => risk.PCorrected[cell]).DefaultIfEmpty(settings.Significance).Min();
            findings.Add(new OutlinedFinding
            {
                Key = "",
                Class = PlaceClass.RaisedRisk,
                Place = station,
                Places = [station],
                Period = study.Period,
                Cases = inside.Length,
                Expected = expected,
                RelativeRisk = inside.Length / expected,
                P = p,
                Outline = Outline(study, ring, risk.BandwidthMetres),
            });
        }

        var ordered = findings.OrderByDescending(finding => finding.Cases - finding.Expected).ThenBy(finding => finding.Place.Ordinal);
        return [.. ordered.Select((finding, i) => finding with { Key = FormattableString.Invariant($"{finding.Place.Code}~{i + 1}") })];
    }

    /// <summary>Highest density regions: Hyndman (1996), doi:10.1080/00031305.1996.10473508.</summary>
    private static ImmutableArray<PlainOutline> Plain(
        PointStudy study, MetrePoints events, DensityGrid grid, ImmutableArray<double> surface, double bandwidth, CancellationToken cancellationToken)
    {
        double[] values = [.. surface];
        double[] atEvents = [.. Enumerable.Range(0, events.Count).Select(i => values[CellOf(grid, events.X[i], events.Y[i])]).OrderDescending()];
        var outlines = ImmutableArray.CreateBuilder<PlainOutline>();
        foreach (var share in s_shares)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var level = atEvents[(int)(share * (atEvents.Length - 1))];
            foreach (var ring in SurfaceRings.Of(grid, values, level, -1).Take(MostRings))
                outlines.Add(
                    new PlainOutline(
                        Outline(study, ring, bandwidth), Enumerable.Range(0, events.Count).Count(i => ring.Holds(events.X[i], events.Y[i])), share));
        }

        return outlines.ToImmutable();
    }

    private static int CellOf(DensityGrid grid, double x, double y) =>
        (int)Math.Round((y - grid.South) / grid.CellMetres) * grid.Columns + (int)Math.Round((x - grid.West) / grid.CellMetres);

    private static ImmutableArray<GeoPoint> Outline(PointStudy study, SurfaceRing ring, double bandwidth)
    {
        var hull = new ClusterHull(
            new MetrePoints([.. ring.Corners.Select(corner => corner.X)], [.. ring.Corners.Select(corner => corner.Y)]), ring.AreaSquareMetres);
        var corners = (MetrePoints)hull.Simplified(CornerShare * bandwidth).Outline;
        return study.OnEarth(Enumerable.Range(0, corners.Count).Select(i => new PlanePoint(corners.X[i], corners.Y[i])));
    }
}
