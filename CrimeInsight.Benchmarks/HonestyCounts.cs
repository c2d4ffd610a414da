using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Cases by place and month in which nothing stands out, yet which vary: Poisson counts around a place's size × a season × a gamma
/// factor that follows from month to month (beta–gamma autoregression of Lewis, McKenzie and Hugus 1989, another way than the replicas').
/// </summary>
/// <param name="Places">On a square, sizes between 1 and 20.</param>
/// <param name="Cases">Expected altogether.</param>
/// <param name="VarianceRatio">Variance ÷ mean of the mean place's month; null: <paramref name="Shape"/> for all.</param>
/// <param name="Shape">Of the negative binomial (k); infinite: Poisson.</param>
/// <param name="Autocorrelation">Of the factor, from month to month.</param>
internal sealed record HonestyCounts(int Places, int Months, int Cases, double Shape, double Autocorrelation = 0, double? VarianceRatio = null)
{
    private const double Side = 1e5;
    private const double LargestSize = 20;

    /// <summary>Months at the end that are raised where something is planted.</summary>
    private const int Raised = 3;

    private const int RaisedShare = 10;
    private const int Replicas = 99;

    /// <param name="risk">Of the tenth of the places around the first one in the last months; 1: nothing planted.</param>
    public ScanRequest Draw(ScanModel model, ScanSpan span, double risk, int seed)
    {
        var random = new Random(seed);
        double[] Axis() => [.. Enumerable.Range(0, Places).Select(_ => Side * random.NextDouble())];
        var points = new MetrePoints(Axis(), Axis());
        double[] size = [.. Enumerable.Range(0, Places).Select(_ => Math.Pow(LargestSize, random.NextDouble()))];
        double[] season = [.. Enumerable.Range(0, Months).Select(month => model == ScanModel.Poisson ? 1 : 1 + 0.2 * Math.Sin(2 * Math.PI * month / 12))];
        var (scale, counts) = (Cases / (size.Sum() * season.Sum()), new int[Places * Months]);
        var near = Enumerable.Range(0, Places).OrderBy(place => points.Metres(0, place)).Take(Places / RaisedShare).ToHashSet();
        for (var place = 0; place < Places; place++)
        {
            var shape = ShapeOf(Cases * size[place] / size.Sum() / Months, random);
            var factor = 1.0;
            for (var month = 0; month < Months; month++)
            {
                factor = NextFactor(factor, shape, month == 0, random);
                var raised = near.Contains(place) && (span == ScanSpan.Space || month >= Months - Raised) ? risk : 1;
                counts[place * Months + month] = HonestyDraw.Poisson(scale * size[place] * season[month] * raised * factor, random);
            }
        }

        return new ScanRequest(points, counts, Months, model, span, model == ScanModel.Poisson ? size : []) { Replicas = Replicas, Seed = seed };
    }

    // With a ratio, places differ: variance ÷ mean of each is its own, around the ratio.
    private double ShapeOf(double mean, Random random) => VarianceRatio is { } ratio
        ? mean / (2 * (ratio - 1) * random.NextDouble())
        : Shape;

    private double NextFactor(double factor, double shape, bool isFirst, Random random)
    {
        if (double.IsInfinity(shape))
            return 1;
        if (isFirst || Autocorrelation == 0)
            return HonestyDraw.Gamma(shape, random) / shape;
        var (kept, lost) = (HonestyDraw.Gamma(shape * Autocorrelation, random), HonestyDraw.Gamma(shape * (1 - Autocorrelation), random));
        return factor * kept / (kept + lost) + HonestyDraw.Gamma(shape * (1 - Autocorrelation), random) / shape;
    }
}
