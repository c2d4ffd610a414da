using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.Association;

public sealed class LocalRatesTests
{
    private const int MapPlaces = 200;

    /// <summary>Four places in a row, each a neighbour of the next.</summary>
    private static readonly SpatialWeights s_line = SpatialWeights.DistanceBand(new MetrePoints([0, 1, 2, 3], [0, 0, 0, 0]), 1);

    private static readonly double[] s_population = [10, 10, 20, 20];

    [Fact]
    public void Run_FourPlacesInARow_GivesTheValuesWorkedOutByHand()
    {
        // 12 cases: expected 2, 2, 4, 4, and they vary less than Poisson. The first and its neighbour: D = (1 + 0)/√2, a = 1/√2, v = 2,
        // β = 2√2/12, variance 2 − 8/12.
        var star = Report([3, 2, 4, 3], LocalMethod.GetisOrdStar, 0);
        Assert.Equal((0.0, 2.0, 4.0), (star.Rates!.Dispersion, star.Rates.Expected[0], star.Rates.Expected[3]));
        Assert.Equal(Math.Sqrt(3 / 8.0), star.Z[0], 1e-12);
        // I of the first: (1/√2)(−1/√2). Given its own case too much, the three others share one fewer: β = √2/10, variance 1 − 2/10, D = −1/√2 + √2/10.
        var moran = Report([3, 1, 4, 4], LocalMethod.Moran, 0);
        Assert.Equal(-0.5, moran.Statistic[0], 1e-12);
        Assert.Equal((-1 / Math.Sqrt(2) + Math.Sqrt(2) / 10) / Math.Sqrt(0.8), moran.Z[0], 1e-12);
        // A place with exactly the expected is like nobody.
        Assert.Equal((0.0, 0.0, 1.0), (moran.Statistic[2], moran.Z[2], moran.P[2]));
    }

    [Fact]
    public void Run_FewCases_HasThePOfTheFullEnumeration()
    {
        double[] cases = [1, 1, 1, 1];
        var report = Report(cases, LocalMethod.GetisOrdStar, 99_999);
        Assert.Equal(0, report.Rates!.Dispersion);
        double[] expected = [.. report.Rates.Expected];
        double Lag(int[] at) => ((at[0] - expected[0]) / Math.Sqrt(expected[0])) + ((at[1] - expected[1]) / Math.Sqrt(expected[1]));
        var observed = Lag([1, 1, 1, 1]);
        var (below, above, tied) = (0.0, 0.0, 0.0);
        for (var code = 0; code < 256; code++)
        {
            var (at, probability) = (new int[4], 1.0);
            for (var (i, rest) = (0, code); i < 4; i++, rest /= 4)
            {
                at[rest % 4]++;
                probability *= s_population[rest % 4] / 60;
            }

            var lag = Lag(at);
            (below, above, tied) = Math.Abs(lag - observed) < 1e-9 ? (below, above, tied + probability) : lag < observed ? (below + probability, above, tied)
                : (below, above + probability, tied);
        }

        Assert.Equal(2 * (Math.Min(below, above) + tied / 2), report.PSimulated[0], 0.01);
    }

    [Fact]
    public void Run_UnevenRisks_AreOverdispersedAsTheEquationSays()
    {
        var random = new Random(3);
        double[] population = [.. Enumerable.Range(0, MapPlaces).Select(_ => 100 + 900 * random.NextDouble())];
        double[] cases = [.. population.Select(people => Math.Round(people * (0.02 + 0.2 * random.NextDouble())))];
        var rates = ((LocalReport)LocalRates.Run(cases, population, Weights(MapPlaces, 1), new LocalRequest(LocalMethod.GetisOrdStar, 0), 1, Token)).Rates!;
        Assert.True(rates.Dispersion > 0.1);
        var sum = cases.Zip(rates.Expected, (count, expected) => (count - expected) * (count - expected) / (expected * (1 + rates.Dispersion * expected)))
            .Sum();
        Assert.Equal(MapPlaces - 1, sum, 1e-6);
    }

    [Fact]
    public void Run_ThreadsOrAnotherUnitOfPopulation_ChangeNothing()
    {
        var (population, cases) = Map(5, isOverdispersed: true);
        var (weights, request) = (Weights(MapPlaces, 5), new LocalRequest(LocalMethod.Moran, 199));
        var one = (LocalReport)LocalRates.Run(cases, population, weights, request, 1, Token);
        var many = (LocalReport)LocalRates.Run(cases, Array.ConvertAll(population, people => 1024 * people), weights.RowStandardised(), request, 2, Token);
        Assert.Equal(one.PSimulated, many.PSimulated);
        Assert.Equal(one.Classes, many.Classes);
    }

    /// <summary>
    /// A region with three times the risk, and in its middle a place with hardly a case: hot is said of the others alone. As cold of
    /// those around a place with cases in a region without.
    /// </summary>
    [Fact]
    public void Run_PlaceOnTheOtherSideOfItsOwnExpectation_IsNeitherHotNorCold()
    {
        var (population, cases) = Map(7, isOverdispersed: false);
        var weights = Weights(MapPlaces, 7);
        int[] region = [60, .. weights.NeighboursOf(60)];
        foreach (var place in region)
            cases[place] = Math.Round(30 * population[place]);
        cases[60] = 1;
        int[] Around(int place) => [place, .. weights.NeighboursOf(place)];
        int[] Near(int place) => [.. Around(place).SelectMany(Around).Distinct()];
        var calm = Enumerable.Range(0, MapPlaces).MaxBy(place => Near(place).Sum(one => region.Contains(one) ? -1000 : population[one]));
        foreach (var place in Near(calm))
            cases[place] = 0;
        cases[calm] = Math.Round(12 * population[calm]) + 1;
        var report = (LocalReport)LocalRates.Run(cases, population, weights, new LocalRequest(LocalMethod.GetisOrdStar), 2, Token);
        Assert.True(report.Z[60] > 3 && report.PCorrected[60] <= 0.05);
        Assert.Equal(LocalClass.NotSignificant, report.Classes[60]);
        Assert.Contains(region, place => report.Classes[place] == LocalClass.Hot);
        Assert.True(report.Z[calm] < -2 && report.PCorrected[calm] <= 0.05);
        Assert.Equal(LocalClass.NotSignificant, report.Classes[calm]);
        Assert.Contains(Near(calm), place => report.Classes[place] == LocalClass.Cold);
        Assert.All(Enumerable.Range(0, MapPlaces).Where(place => report.Classes[place] == LocalClass.Hot),
            place => Assert.True(cases[place] > report.Rates!.Expected[place]));
        Assert.All(Enumerable.Range(0, MapPlaces).Where(place => report.Classes[place] == LocalClass.Cold),
            place => Assert.True(cases[place] < report.Rates!.Expected[place]));
    }

    [Fact]
    public void Run_ValueBelowTheMean_IsNeverHot()
    {
        double[] values = [.. Enumerable.Range(0, MapPlaces).Select(i => (double)(i % 5))];
        var weights = Weights(MapPlaces, 9);
        foreach (var place in weights.NeighboursOf(80))
            values[place] = 40;
        values[80] = 0;
        var report = (LocalReport)LocalStatistics.Run(values, weights, new LocalRequest(LocalMethod.GetisOrdStar), 2, Token);
        Assert.True(report.PCorrected[80] <= 0.05 && report.Z[80] > 0);
        Assert.Equal(LocalClass.NotSignificant, report.Classes[80]);
    }

    [Fact]
    public void Run_NobodyAtRisk_IsNotTestedAndNoNeighbour()
    {
        var weights = SpatialWeights.DistanceBand(new MetrePoints([0, 1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0, 0]), 1);
        var report = (LocalReport)LocalRates.Run(
            [1, 3, 4, 2, 2, 0, 1], [10, 10, 10, 10, 10, 0, 10], weights, new LocalRequest(LocalMethod.GetisOrdStar, 99), 1, Token);
        Assert.Equal((LocalClass.NobodyAtRisk, LocalClass.NoNeighbours), (report.Classes[5], report.Classes[6]));
        Assert.Equal([5, 6], report.Islands);
        Assert.Equal((0.0, 1.0, 1.0), (report.Z[6], report.PSimulated[6], report.PCorrected[6]));
    }

    /// <summary>A sample of what the benchmark <c>--only honesty</c> measures: risk the same everywhere, people in towns.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_EqualRiskAndUnequalPlaces_IsFoundHotHardlyEver(bool isOverdispersed)
    {
        const int Maps = 40;
        var (now, plain) = (0, 0);
        for (var seed = 0; seed < Maps; seed++)
        {
            var (population, cases) = Map(100 + seed, isOverdispersed);
            var (weights, request) = (Weights(MapPlaces, 100 + seed), new LocalRequest(LocalMethod.GetisOrdStar, seed: seed));
            now += ((LocalReport)LocalRates.Run(cases, population, weights, request, 2, Token)).SignificantAfter > 0 ? 1 : 0;
            plain += ((LocalReport)LocalStatistics.Run(
                [.. cases.Zip(population, (count, people) => count / people)], weights, request, 2, Token)).SignificantAfter > 0 ? 1 : 0;
        }

        Assert.InRange(now, 0, 4);
        Assert.True(isOverdispersed || plain > now, $"{plain} maps with plain rates, {now} with residuals");
    }

    [Fact]
    public void Run_NothingToCompute_SaysWhy()
    {
        Assert.Equal(new LocalImpossible(LocalObstacle.NoVariation), Run([0, 0, 0, 0], LocalMethod.Moran, 0));
        Assert.Equal(new LocalImpossible(LocalObstacle.TooFewPlaces),
            LocalRates.Run([1, 2, 3, 0], [1, 1, 1, 0], s_line, new LocalRequest(LocalMethod.Moran), 1, Token));
        var apart = SpatialWeights.DistanceBand(new MetrePoints([0, 10, 20, 30], [0, 0, 0, 0]), 1);
        Assert.Equal(
            new LocalImpossible(LocalObstacle.NoNeighbours), LocalRates.Run([1, 2, 3, 4], s_population, apart, new LocalRequest(LocalMethod.Moran), 1, Token));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3 }, "There are 3 numbers of cases and 4 of population for 4 places")]
    [InlineData(new[] { 1, 2.5, 3, 4 }, "cases[1] is 2.5; cases are whole numbers")]
    [InlineData(new[] { 1, 2, 3, double.NaN }, "cases[3] is NaN")]
    [InlineData(new[] { 2e9, 1e9, 3, 4 }, "The cases add up to 3000000007; at most 2147483647")]
    public void Run_InvalidCases_AreNamed(double[] cases, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(() => Run(cases, LocalMethod.Moran, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Run_InvalidPopulationOrRequest_IsNamed()
    {
        Assert.Contains("cases[1] is 2 where the population is 0", Refusal([10, 0, 10, 10], new LocalRequest(LocalMethod.Moran)), StringComparison.Ordinal);
        Assert.Contains("population[0] is -1", Refusal([-1, 10, 10, 10], new LocalRequest(LocalMethod.Moran)), StringComparison.Ordinal);
        Assert.Contains(
            "leave the logarithmic scale", Refusal(s_population, new LocalRequest(LocalMethod.Moran, scale: ValueScale.Logarithm)), StringComparison.Ordinal);
        Assert.Contains(
            "conditional variance only", Refusal(s_population, new LocalRequest(LocalMethod.Moran, variance: LocalVariance.Total)), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Refusal(double[] population, LocalRequest request) =>
        Assert.ThrowsAny<ArgumentException>(() => LocalRates.Run([1, 2, 3, 4], population, s_line, request, 1, Token)).Message;

    private static LocalReport Report(double[] cases, LocalMethod method, int replicas) => Assert.IsType<LocalReport>(Run(cases, method, replicas));

    private static LocalOutcome Run(double[] cases, LocalMethod method, int replicas) =>
        LocalRates.Run(cases, s_population, s_line, new LocalRequest(method, replicas), 1, Token);

    private static SpatialWeights Weights(int places, int seed)
    {
        var random = new Random(seed);
        return SpatialWeights.NearestNeighbours(
            new MetrePoints([.. Enumerable.Range(0, places).Select(_ => 1e5 * random.NextDouble())],
                [.. Enumerable.Range(0, places).Select(_ => 1e5 * random.NextDouble())]), 8);
    }

    /// <summary>People of very different number, cases at ten times that, or with risks that vary by a half.</summary>
    private static (double[] Population, double[] Cases) Map(int seed, bool isOverdispersed)
    {
        var random = new Random(seed);
        double[] population = [.. Enumerable.Range(0, MapPlaces).Select(_ => 0.05 * Math.Pow(40, random.NextDouble()))];
        var cases = new double[MapPlaces];
        for (var i = 0; i < MapPlaces; i++)
        {
            var risk = isOverdispersed
                ? -(Math.Log(1 - random.NextDouble()) + Math.Log(1 - random.NextDouble()) + Math.Log(1 - random.NextDouble())
                    + Math.Log(1 - random.NextDouble())) / 4 : 1;
            for (var left = Math.Exp(10 * population[i] * risk) * random.NextDouble(); left > 1; left *= random.NextDouble())
                cases[i]++;
        }

        return (population, cases);
    }
}
