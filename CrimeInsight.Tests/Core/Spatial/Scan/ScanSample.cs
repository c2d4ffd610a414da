using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Tests.Core.Spatial.Scan;

/// <summary>Random data for scans, the same for a seed.</summary>
internal static class ScanSample
{
    /// <summary>Half of the seeds put places on a coarse grid, where many distances are equal and some places coincide.</summary>
    public static ScanRequest Make(int seed, ScanModel model, ScanSpan span, int places = 24, int periods = 6, int cases = 150, bool degrees = false)
    {
        var random = new Random(seed);
        double Coordinate() => seed % 2 == 0 ? random.Next(5) : random.NextDouble() * 5;
        var (x, y) = (new double[places], new double[places]);
        for (var i = 0; i < places; i++)
            (x[i], y[i]) = (Coordinate(), Coordinate());
        var counts = new int[places * periods];
        for (var i = 0; i < cases; i++)
            counts[(int)(places * periods * Math.Pow(random.NextDouble(), 1.3))]++;
        var perPeriod = seed % 3 == 0;
        double[] population = model == ScanModel.Permutation ? []
            : [.. Enumerable.Range(0, perPeriod ? counts.Length : places).Select(_ => 10.0 + random.Next(90))];
        PointSet points = degrees ? new DegreePoints(y, x) : new MetrePoints(x, y);
        return new ScanRequest(points, counts, periods, model, span, population) { Replicas = 19, Seed = seed };
    }
}
