using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// How often a place is called something where risk is the same everywhere but people are not, and how much of a planted hot
/// region is found: plain rates with permutations beside residuals with cases that fall anew.
/// </summary>
/// <param name="sets">Maps of equal risk; of each kind with a planted region half as many.</param>
internal sealed class HonestyPlaces(FigureTable table, int sets)
{
    private const double FalseBudget = 5;

    private const int Places = 500;
    private const int HotPlaces = 15;
    private const double HotRisk = 2;
    private const double GammaShape = 5;
    private const int Neighbours = 8;
    private const int Towns = 6;
    private const double WidthMetres = 100_000;
    private const double TownMetres = 7_000;
    private const int Threads = 2;

    // Standard errors of a share of 5 % of the maps that a share may lie above it.
    private const double ErrorAllowed = 2;

    private static readonly int[] s_means = [3, 30, 300];

    private readonly int _hotMaps = Math.Max(1, sets / 2);

    /// <summary>A map of towns, with people and cases.</summary>
    /// <param name="Hot">The places of the planted region; none where risk is the same everywhere.</param>
    internal sealed record Map(MetrePoints Points, double[] Population, double[] Cases, int[] Hot);

    /// <param name="False">Percent of maps where a place is called something, though risk is the same everywhere.</param>
    /// <param name="Found">Percent of maps with a place of the planted region called hot.</param>
    /// <param name="Share">Percent of the region's places called hot.</param>
    internal sealed record Honesty(double False, double Found, double Share);

    public void Add(CancellationToken cancellationToken)
    {
        foreach (var method in new[] { LocalMethod.GetisOrdStar, LocalMethod.Moran })
        {
            foreach (var isOverdispersed in new[] { false, true })
            {
                foreach (var mean in s_means)
                    Add(method, mean, isOverdispersed, cancellationToken);
            }
        }
    }

    private void Add(LocalMethod method, int mean, bool isOverdispersed, CancellationToken cancellationToken)
    {
        var (before, now) = (
            Judge(Rates, method, mean, isOverdispersed, cancellationToken), Judge(Residuals, method, mean, isOverdispersed, cancellationToken));
        var most = FalseBudget + ErrorAllowed * Math.Sqrt(FalseBudget * (100 - FalseBudget) / sets);
        var name = Text($"{method}, {mean} cases a place, {(isOverdispersed ? Text($"gamma risks of shape {GammaShape}") : "Poisson")}");
        table.Add(Text($"{name}: maps of equal risk with a false place"), Text($"{now.False:0.0} % (plain rates, permuted: {before.False:0.0} %)"),
            Text($"≤ {FalseBudget} % + {most - FalseBudget:0.0}"), now.False <= most);
        table.Add(
            Text($"{name}: a region of {HotPlaces} places with risk {HotRisk} found; its places"),
            Text($"{now.Found:0} %; {now.Share:0} % (plain rates, permuted: {before.Found:0} %; {before.Share:0} %)"), "", null);
    }

    private Honesty Judge(
        Func<Map, LocalRequest, CancellationToken, LocalReport?> run, LocalMethod method, double mean, bool isOverdispersed,
        CancellationToken cancellationToken)
    {
        var (wrong, found, share) = (0, 0, 0.0);
        for (var seed = 0; seed < sets; seed++)
            wrong += run(Simulate(seed, mean, isOverdispersed, false), new LocalRequest(method, seed: seed), cancellationToken)?.Classes.Any(IsNamed) == true
                ? 1 : 0;
        for (var seed = 0; seed < _hotMaps; seed++)
        {
            var map = Simulate(seed, mean, isOverdispersed, true);
            var named = run(map, new LocalRequest(method, seed: seed), cancellationToken) is { } report
                ? map.Hot.Count(place => report.Classes[place] is LocalClass.Hot or LocalClass.HighHigh) : 0;
            (found, share) = (found + (named > 0 ? 1 : 0), share + named / (double)HotPlaces);
        }

        return new Honesty(100.0 * wrong / sets, 100.0 * found / _hotMaps, 100 * share / _hotMaps);
    }

    private static LocalReport? Rates(Map map, LocalRequest request, CancellationToken cancellationToken) => LocalStatistics.Run(
        [.. map.Cases.Zip(map.Population, (cases, people) => cases / people)], SpatialWeights.NearestNeighbours(map.Points, Neighbours), request, Threads,
        cancellationToken) as LocalReport;

    private static LocalReport? Residuals(Map map, LocalRequest request, CancellationToken cancellationToken) =>
        LocalRates.Run(map.Cases, map.Population, SpatialWeights.NearestNeighbours(map.Points, Neighbours), request, Threads, cancellationToken) as LocalReport;

    private static bool IsNamed(LocalClass found) => found is not (LocalClass.NotSignificant or LocalClass.NoNeighbours or LocalClass.NobodyAtRisk);

    /// <summary>
    /// Places anywhere, people in and around towns, large and small places side by side; cases by people, gamma risks on top where asked for.
    /// </summary>
    private static Map Simulate(int seed, double mean, bool isOverdispersed, bool isHot)
    {
        var random = new Random(7_000 + seed);
        double[] x = [.. Enumerable.Range(0, Places).Select(_ => WidthMetres * random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, Places).Select(_ => WidthMetres * random.NextDouble())];
        var towns = Enumerable.Range(1, Towns).Select(rank => (X: WidthMetres * random.NextDouble(), Y: WidthMetres * random.NextDouble(), Size: 6.0 / rank))
            .ToArray();
        var population = new double[Places];
        for (var i = 0; i < Places; i++)
        {
            var near = towns.Sum(town => town.Size * Math.Exp(-(Square(x[i] - town.X) + Square(y[i] - town.Y)) / (2 * Square(TownMetres))));
            population[i] = (0.15 + near) * Math.Exp(0.5 * Normal(random));
        }

        var middle = random.Next(Places);
        int[] hot = isHot ? [.. Enumerable.Range(0, Places).OrderBy(i => Square(x[i] - x[middle]) + Square(y[i] - y[middle])).Take(HotPlaces)] : [];
        var rate = mean * Places / population.Sum();
        double[] cases = [
            .. population.Select(
                (people, i) => (double)Poisson(random, rate * people * (hot.Contains(i) ? HotRisk : 1) * (isOverdispersed ? Gamma(random) : 1)))];
        return new Map(new MetrePoints(x, y), population, cases, hot);
    }

    // With a whole shape the mean of exponential numbers.
    private static double Gamma(Random random)
    {
        var sum = 0.0;
        for (var i = 0; i < GammaShape; i++)
            sum -= Math.Log(1 - random.NextDouble());
        return sum / GammaShape;
    }

    private static int Poisson(Random random, double mean)
    {
        var count = 0;
        // In parts, so that no product of uniform numbers becomes 0.
        for (; mean > 100; mean -= 100)
            count += Part(random, 100);
        return count + Part(random, mean);
    }

    private static int Part(Random random, double mean)
    {
        var count = 0;
        for (var left = Math.Exp(mean) * random.NextDouble(); left > 1; left *= random.NextDouble())
            count++;
        return count;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Square(double value) => value * value;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
