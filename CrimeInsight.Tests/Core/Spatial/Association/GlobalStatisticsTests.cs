using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.Association;

public sealed class GlobalStatisticsTests
{
    private static readonly SpatialWeights s_line = SpatialWeights.DistanceBand(new MetrePoints([0, 1, 2, 3], [0, 0, 0, 0]), 1);

    // moran.test, geary.test (row-standardised) and globalG.test (binary) of spdep 1.2-7 on Reference/Hotspots/local_750.csv.
    [Fact]
    public void Run_ReferencePlaces_EqualSpdep()
    {
        var report = Run(HotspotReference.Values, HotspotReference.Weights, 0);
        Equal(0.330193028001306, -0.00133511348464619, 0.000316346446923801, 18.6397000120599, report.Moran);
        Equal(0.330193028001306, -0.00133511348464619, 0.00031806522578653, 18.5892686560493, report.MoranNormal);
        Equal(0.666963592029112, 1, 0.000362753039783364, 17.4858272516159, report.Geary);
        var binary = Run(HotspotReference.Values, SpatialWeights.NearestNeighbours(HotspotReference.Points, 8), 0);
        Equal(0.0116292643568648, 0.0106809078771696, 3.875293821235e-09, 15.2341875496938, binary.GetisOrd!);
        Assert.Equal(7.65484629063165e-78, report.Moran.PClustered, 7.65484629063165e-84);
        Assert.Null(report.Moran.PSimulated);
    }

    [Fact]
    public void Run_FourPlacesInARow_GivesTheValuesWorkedOutByHand()
    {
        // Deviations −3 −2 −1 6: I = 4/6 · 2(6 + 2 − 6)/50; C = 3/(2·6) · 2(1 + 1 + 49)/50; G = 2(0 + 2 + 18)/(144 − 86).
        var report = Run([0, 1, 2, 9], s_line, 0);
        Assert.Equal(4 / 6.0 * 4 / 50, report.Moran.Value, 1e-12);
        Assert.Equal(3 / 12.0 * 102 / 50, report.Geary.Value, 1e-12);
        Assert.Equal(40 / 58.0, report.GetisOrd!.Value, 1e-12);
    }

    [Fact]
    public void Run_FourPlacesInARow_HasMomentsAndPOfAllOrders()
    {
        var report = Run([0, 1, 2, 9], s_line, 99_999);
        var orders = Orders([0, 1, 2, 9]).Select(order => Run(order, s_line, 0)).ToArray();
        foreach (var pick in new Func<GlobalReport, GlobalTest>[] { one => one.Moran, one => one.Geary, one => one.GetisOrd! })
        {
            var (values, test) = (orders.Select(one => pick(one).Value).ToArray(), pick(report));
            Assert.Equal(values.Average(), test.Expectation, 1e-12);
            Assert.Equal(values.Average(value => value * value) - values.Average() * values.Average(), test.Variance, 1e-12);
            var sign = test.Z >= 0 == test.Value >= test.Expectation ? 1 : -1;
            Assert.Equal(values.Count(value => sign * (value - test.Value) >= -1e-9) / 24.0, test.PSimulated!.Value, 0.01);
        }
    }

    [Fact]
    public void Run_ThreadsAndStandardisation_ChangeNothing()
    {
        var one = Run(HotspotReference.Values, HotspotReference.Weights, 199);
        var four = (GlobalReport)GlobalStatistics.Run(HotspotReference.Values, HotspotReference.Weights, 199, 1, 4, TestContext.Current.CancellationToken);
        Assert.Equal(one, four);
        Assert.Equal(0.005, one.Moran.PSimulated);
    }

    [Fact]
    public void Run_Islands_AreLeftOutAndCounted()
    {
        var weights = SpatialWeights.DistanceBand(new MetrePoints([0, 1, 2, 3, 99], [0, 0, 0, 0, 0]), 1);
        var report = Run([0, 1, 2, 9, 50], weights, 0);
        Assert.Equal((4, 1), (report.Places, report.Islands));
        Assert.Equal(Run([0, 1, 2, 9], s_line, 0).Moran, report.Moran);
    }

    [Fact]
    public void Run_NegativeValues_HaveNoG() => Assert.Null(Run([-1, 1, 2, 9], s_line, 0).GetisOrd);

    [Fact]
    public void Run_AllTheSame_SaysWhy() =>
        Assert.Equal(new GlobalImpossible(LocalObstacle.NoVariation),
            GlobalStatistics.Run([1, 1, 1, 1], s_line, cancellationToken: TestContext.Current.CancellationToken));

    private static GlobalReport Run(double[] values, SpatialWeights weights, int permutations) =>
        Assert.IsType<GlobalReport>(GlobalStatistics.Run(values, weights, permutations, 1, 1, TestContext.Current.CancellationToken));

    private static IEnumerable<double[]> Orders(double[] values) => values.Length <= 1
        ? [values]
        : values.SelectMany((value, at) => Orders([.. values[..at], .. values[(at + 1)..]]).Select(rest => (double[])[value, .. rest]));

    private static void Equal(double value, double expectation, double variance, double z, GlobalTest test)
    {
        Assert.Equal(value, test.Value, Math.Abs(value) * 1e-9);
        Assert.Equal(expectation, test.Expectation, Math.Abs(expectation) * 1e-9);
        Assert.Equal(variance, test.Variance, variance * 1e-9);
        Assert.Equal(z, test.Z, z * 1e-9);
    }
}
