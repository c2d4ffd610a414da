using CrimeInsight.Web.Cli;

namespace CrimeInsight.Benchmarks;

/// <summary>Series whose last values are held out.</summary>
/// <param name="Known">What a forecast may see.</param>
/// <param name="Future">What came.</param>
internal sealed record ForecastPanel(double[][] Known, double[][] Future)
{
    private const int Season = 12;

    /// <summary>Series of a file (series,ds,y) long enough to leave two seasons before the horizon.</summary>
    public static ForecastPanel Read(string path, int horizon)
    {
        double[][] values = [.. SeriesFile.Read(path).Series.Select(series => series.Values).Where(series => series.Length >= horizon + 2 * Season)];
        return new ForecastPanel([.. values.Select(series => series[..^horizon])], [.. values.Select(series => series[^horizon..])]);
    }

    /// <summary>
    /// Monthly counts like those of a city by area and type: overdispersed, drifting levels shared in part by type, season by
    /// type, rare jumps; from one case in three months to hundreds a month. Deterministic by seed.
    /// </summary>
    public static ForecastPanel Simulate(int types, int areas, int months, int horizon, int seed)
    {
        var random = new Random(seed);
        var series = new List<double[]>();
        for (var type = 0; type < types; type++)
        {
            var mean = 0.3 * Math.Exp(random.NextDouble() * Math.Log(800));
            var (season, phase, drift) = (0.25 * random.NextDouble(), 2 * Math.PI * random.NextDouble(), 0.02 + 0.04 * random.NextDouble());
            var shared = new double[months + horizon];
            for (var t = 1; t < shared.Length; t++)
                shared[t] = shared[t - 1] + 0.7 * drift * Deviate(random);
            for (var area = 0; area < areas; area++)
            {
                var own = 0.5 * Deviate(random);
                var spread = 5 + 55 * random.NextDouble();
                var values = new double[months + horizon];
                for (var t = 0; t < values.Length; t++)
                {
                    own += 0.6 * drift * Deviate(random) + (random.NextDouble() < 0.01 ? 0.4 * Deviate(random) : 0);
                    var expected = mean * Math.Exp(own + shared[t] + season * Math.Cos(2 * Math.PI * t / Season + phase));
                    values[t] = Math.Max(0, Math.Round(expected + Math.Sqrt(expected + expected * expected / spread) * Deviate(random)));
                }

                series.Add(values);
            }
        }

        return new ForecastPanel([.. series.Select(values => values[..^horizon])], [.. series.Select(values => values[^horizon..])]);
    }

    private static double Deviate(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
