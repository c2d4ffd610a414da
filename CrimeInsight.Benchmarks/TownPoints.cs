using CrimeInsight.Core.Geography;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Places of incidents as they lie in a country of towns: sizes by Zipf's law, towns denser towards their middles, a third of the
/// places at landmarks that repeat to the metre, a tenth in the country between.
/// </summary>
internal static class TownPoints
{
    private const int Towns = 2000;
    private const double WidthMetres = 2.9e6;
    private const double HeightMetres = 3.2e6;
    private const double LargestSpreadMetres = 12_000;
    private const double SpreadPower = -0.4;
    private const double CountryShare = 0.1;
    private const double LandmarkShare = 0.33;
    private const double LandmarkGapMetres = 400;

    public static MetrePoints Simulate(int count, int seed)
    {
        var random = new Random(seed);
        var (cumulative, middles, sum) = (new double[Towns], new PlanePoint[Towns], 0.0);
        for (var town = 0; town < Towns; town++)
        {
            cumulative[town] = sum += 1.0 / (town + 1);
            middles[town] = new PlanePoint(random.NextDouble() * WidthMetres, random.NextDouble() * HeightMetres);
        }

        var (x, y) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            if (random.NextDouble() < CountryShare)
            {
                (x[i], y[i]) = (random.NextDouble() * WidthMetres, random.NextDouble() * HeightMetres);
                continue;
            }

            var town = Array.BinarySearch(cumulative, random.NextDouble() * sum);
            town = Math.Min(Towns - 1, town < 0 ? ~town : town);
            var spread = LargestSpreadMetres * Math.Pow(town + 1, SpreadPower);
            var (distance, angle) = (spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), 2 * Math.PI * random.NextDouble());
            (x[i], y[i]) = (middles[town].X + distance * Math.Cos(angle), middles[town].Y + distance * Math.Sin(angle));
            if (random.NextDouble() < LandmarkShare)
                (x[i], y[i]) = (Math.Round(x[i] / LandmarkGapMetres) * LandmarkGapMetres, Math.Round(y[i] / LandmarkGapMetres) * LandmarkGapMetres);
        }

        return new MetrePoints(x, y);
    }
}
