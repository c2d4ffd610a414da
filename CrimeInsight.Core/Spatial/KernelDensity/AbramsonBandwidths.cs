using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>
/// Bandwidths by the square-root law: hᵢ = h·(f(xᵢ)/g)^(−1/2), f a density with the fixed bandwidth h, g the geometric mean of f over
/// the events; none above five times the geometric mean. Abramson (1982), doi:10.1214/aos/1176345986; trimming: Davies and Hazelton (2010),
/// doi:10.1002/sim.3995, §2.
/// </summary>
internal static class AbramsonBandwidths
{
    private const double MostTimes = 5;
    private const int PilotCellsPerBandwidth = 4;
    private const int MostPilotCells = 1_000_000;

    /// <param name="weights">One for each event, 0 or more.</param>
    public static double[] Of(
        MetrePoints points, double[] weights, DensityKernel kernel, double bandwidthMetres, int threads, CancellationToken cancellationToken)
    {
        var pilot = Pilot(points, weights, kernel, bandwidthMetres, threads, cancellationToken);
        var (bandwidths, logs, total) = (new double[points.Count], 0.0, 0.0);
        for (var i = 0; i < bandwidths.Length; i++)
        {
            bandwidths[i] = pilot(points.X[i], points.Y[i]);
            if (weights[i] <= 0 || bandwidths[i] <= 0)
                continue;
            logs += weights[i] * Math.Log(bandwidths[i]);
            total += weights[i];
        }

        var mean = total > 0 ? Math.Exp(logs / total) : 1;
        for (var i = 0; i < bandwidths.Length; i++)
            bandwidths[i] = bandwidthMetres * (bandwidths[i] > 0 ? Math.Min(MostTimes, Math.Sqrt(mean / bandwidths[i])) : MostTimes);
        return bandwidths;
    }

    /// <summary>The fixed density at any event, between the centres of a fine grid by straight lines.</summary>
    private static Func<double, double, double> Pilot(
        MetrePoints points, double[] weights, DensityKernel kernel, double bandwidthMetres, int threads, CancellationToken cancellationToken)
    {
        var (width, height) = (points.X.Max() - points.X.Min(), points.Y.Max() - points.Y.Min());
        var cell = bandwidthMetres / PilotCellsPerBandwidth;
        while ((width / cell + 3) * (height / cell + 3) > MostPilotCells)
            cell *= 1.25;
        var grid = DensityGrid.Around(points, cell, cell);
        var surface = KernelDensity.Fixed(
            points, weights, grid, kernel, bandwidthMetres, KernelDensity.IsBinned(points.Count, grid, kernel, bandwidthMetres), threads, cancellationToken);
        return (x, y) =>
        {
            var (column, row) = ((x - grid.West) / cell, (y - grid.South) / cell);
            var (left, below) = (Math.Clamp((int)column, 0, grid.Columns - 2), Math.Clamp((int)row, 0, grid.Rows - 2));
            var at = below * grid.Columns + left;
            var (east, north) = (column - left, row - below);
            return (1 - north) * ((1 - east) * surface[at] + east * surface[at + 1])
                + north * ((1 - east) * surface[at + grid.Columns] + east * surface[at + grid.Columns + 1]);
        };
    }
}
