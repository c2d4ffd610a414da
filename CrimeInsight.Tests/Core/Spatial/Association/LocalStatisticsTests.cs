using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.Association;

public sealed class LocalStatisticsTests
{
    /// <summary>0, 1, 2, 9 in a row, each place a neighbour of the next.</summary>
    private static readonly SpatialWeights s_line = SpatialWeights.DistanceBand(new MetrePoints([0, 1, 2, 3], [0, 0, 0, 0]), 1);

    private static readonly double[] s_values = [0, 1, 2, 9];

    [Fact]
    public void Run_FourPlacesInARow_GivesTheValuesWorkedOutByHand()
    {
        // Mean 3, s² = (9 + 4 + 1 + 36)/4 = 12.5. Gi* of the last: (11 − 6)/√(12.5·(4·2 − 4)/3) = 5/√(50/3).
        var star = Run(LocalMethod.GetisOrdStar, 0);
        Assert.Equal(5 / Math.Sqrt(50 / 3.0), star.Z[3], 1e-12);
        // Gi of the last: its neighbour 2 among 0, 1, 2 (mean 1, s² 2/3): 1/√(2/3·(3·1 − 1)/2).
        Assert.Equal(1 / Math.Sqrt(2 / 3.0), Run(LocalMethod.GetisOrd, 0).Z[3], 1e-12);
        // I of the second with weights 1: (−2)(−3 − 1)/12.5.
        Assert.Equal(8 / 12.5, Run(LocalMethod.Moran, 0).Statistic[1], 1e-12);
    }

    [Fact]
    public void Run_FourPlacesInARow_HasThePermutationPOfTheFullEnumeration()
    {
        // The last place's neighbour is 0, 1 or 2 with equal chance; 2 was observed: upper tail 1/6 with ties half.
        var p = Run(LocalMethod.GetisOrdStar, 99_999).PSimulated;
        Assert.Equal(1 / 3.0, p[3], 0.01);
        // The second has two of {0, 2, 9}: sums 2, 9, 11; 2 was observed.
        Assert.Equal(1 / 3.0, p[1], 0.01);
    }

    [Fact]
    public void Run_UnequalWeights_HavePermutationPOfTheFullEnumeration()
    {
        // Neighbours of the second: 0 by 1 and 2 by 3, observed 6 of the six sums 0·1+2·3=6, 2, 27, 9, 29, 15: second lowest.
        var weights = SpatialWeights.OfLinks(4, [1, 1], [0, 2], [1, 3]);
        var report = (LocalReport)Outcome(s_values, weights, new LocalRequest(LocalMethod.GetisOrd, 99_999));
        Assert.Equal(2 * 1.5 / 6, report.PSimulated[1], 0.01);
        Assert.Equal(LocalClass.NoNeighbours, report.Classes[0]);
    }

    [Fact]
    public void Run_EqualWeightsByEitherWay_HaveTheSamePermutationP()
    {
        var weights = SpatialWeights.DistanceBand(HotspotReference.Points, 1600);
        var random = new RandomNeighbours(weights.Count, weights.MostNeighbours, 499, 3);
        var (fast, plain) = (LocalPermutation.Run(HotspotReference.Values, weights, 499, 3, 1, TestContext.Current.CancellationToken),
            new UnequalWeightNull(HotspotReference.Values, random));
        var sums = new double[499];
        for (var place = 0; place < weights.Count; place += 7)
        {
            var observed = weights.NeighboursOf(place).ToArray().Sum(neighbour => HotspotReference.Values[neighbour]);
            Assert.Equal(plain.TailsOf(place, observed, weights.WeightsOf(place), sums).TwoSidedP, fast[place], 1e-12);
        }
    }

    [Theory]
    [InlineData(LocalMethod.GetisOrdStar)]
    [InlineData(LocalMethod.GetisOrd)]
    [InlineData(LocalMethod.Moran)]
    public void Run_ShiftScaleThreadsOrStandardisation_ChangeNothing(LocalMethod method)
    {
        var request = new LocalRequest(method, 999);
        var plain = (LocalReport)Outcome(HotspotReference.Values, HotspotReference.Weights, request);
        double[] other = [.. HotspotReference.Values.Select(value => 1000 + 0.1 * value)];
        var changed = (LocalReport)Outcome(other, SpatialWeights.NearestNeighbours(HotspotReference.Points, 8), request, threads: 4);
        for (var place = 0; place < other.Length; place++)
            Assert.Equal(plain.Z[place], changed.Z[place], 1e-7);
        Assert.Equal(plain.PSimulated, changed.PSimulated);
        Assert.Equal(plain.Classes, changed.Classes);
    }

    [Fact]
    public void Run_LogarithmicScale_IsTheSameAsLogarithmsAsGiven()
    {
        double[] logarithms = [.. HotspotReference.Values.Select(value => Math.Log(1 + value))];
        var scaled = (LocalReport)Outcome(
            HotspotReference.Values, HotspotReference.Weights, new LocalRequest(LocalMethod.Moran, 999, scale: ValueScale.Logarithm));
        var plain = (LocalReport)Outcome(logarithms, HotspotReference.Weights, new LocalRequest(LocalMethod.Moran, 999));
        Assert.Equal(plain.Statistic, scaled.Statistic);
        Assert.Equal(plain.Classes, scaled.Classes);
        Assert.Contains("values[1] is -1", Refusal(() => Outcome([0, -1, 2, 3], s_line, new LocalRequest(LocalMethod.Moran, scale: ValueScale.Logarithm))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Islands_AreReportedAndNotTested()
    {
        var weights = SpatialWeights.DistanceBand(new MetrePoints([0, 1, 2, 3, 99], [0, 0, 0, 0, 0]), 1);
        var report = (LocalReport)Outcome([0, 1, 2, 9, 50], weights, new LocalRequest(LocalMethod.GetisOrdStar, 999));
        Assert.Equal([4], report.Islands);
        Assert.Equal((LocalClass.NoNeighbours, 0.0, 1.0, 1.0, 1.0), (report.Classes[4], report.Z[4], report.P[4], report.PSimulated[4], report.PCorrected[4]));
    }

    [Fact]
    public void Run_NothingToCompute_SaysWhy()
    {
        var request = new LocalRequest(LocalMethod.Moran);
        Assert.Equal(new LocalImpossible(LocalObstacle.NoVariation), Outcome([3, 3, 3, 3], s_line, request));
        Assert.Equal(new LocalImpossible(LocalObstacle.NoVariation), Outcome([0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2], s_line, request));
        Assert.Equal(new LocalImpossible(LocalObstacle.NoVariation), Outcome([0, 1e-200, 0, 0], s_line, request));
        Assert.IsType<LocalReport>(Outcome([1e9, 1e9 + 1, 1e9, 1e9], s_line, request));
        var apart = SpatialWeights.DistanceBand(new MetrePoints([0, 10, 20, 30], [0, 0, 0, 0]), 1);
        Assert.Equal(new LocalImpossible(LocalObstacle.NoNeighbours), Outcome(s_values, apart, request));
        var two = SpatialWeights.DistanceBand(new MetrePoints([0, 1], [0, 0]), 1);
        Assert.Equal(new LocalImpossible(LocalObstacle.TooFewPlaces), Outcome([1, 2], two, request));
    }

    [Fact]
    public void Run_InvalidInput_NamesIt()
    {
        Assert.Contains(
            "There are 2 values for 4 places", Refusal(() => Outcome([1, 2], s_line, new LocalRequest(LocalMethod.Moran))), StringComparison.Ordinal);
        Assert.Contains("values[2]", Refusal(() => Outcome([1, 2, double.NaN, 3], s_line, new LocalRequest(LocalMethod.Moran))), StringComparison.Ordinal);
        Assert.Contains("values[1] must lie in [-1E+70, 1E+70]; got 1E+300",
            Refusal(() => Outcome([1, 1e300, 2, 3], s_line, new LocalRequest(LocalMethod.Moran))), StringComparison.Ordinal);
        Assert.Contains("permutations must lie in [0, 9999999]", Refusal(() => new LocalRequest(LocalMethod.Moran, -1)), StringComparison.Ordinal);
        Assert.Contains("level must be a finite number", Refusal(() => new LocalRequest(LocalMethod.Moran, level: double.NaN)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PlantedHotspot_IsFoundAndQuietLandIsNot()
    {
        var random = new Random(11);
        double[] values = [.. HotspotReference.Values.Select(_ => (double)random.Next(8))];
        int[] planted = [400, .. HotspotReference.Weights.NeighboursOf(400)];
        foreach (var place in planted)
            values[place] += 8;
        var report = (LocalReport)Outcome(values, HotspotReference.Weights, new LocalRequest(LocalMethod.GetisOrdStar));
        Assert.Equal(LocalClass.Hot, report.Classes[400]);
        Assert.All(
            Enumerable.Range(0, values.Length).Where(place => report.Classes[place] == LocalClass.Hot),
            place => Assert.Contains(HotspotReference.Weights.NeighboursOf(place).ToArray().Append(place), neighbour => planted.Contains(neighbour)));
    }

    private static LocalReport Run(LocalMethod method, int permutations) =>
        (LocalReport)Outcome(s_values, s_line, new LocalRequest(method, permutations));

    private static LocalOutcome Outcome(double[] values, SpatialWeights weights, LocalRequest request, int threads = 1) =>
        LocalStatistics.Run(values, weights, request, threads, TestContext.Current.CancellationToken);

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
