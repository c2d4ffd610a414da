using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.KernelDensity;

namespace CrimeInsight.Tests.Core.Spatial.KernelDensity;

using KernelDensity = CrimeInsight.Core.Spatial.KernelDensity.KernelDensity;

public sealed class KernelDensityTests
{
    private static readonly DensityGrid s_grid = new(-5000, -4000, 100, 101, 81);

    [Fact]
    public void Estimate_OneEvent_GivesTheKernelWorkedOutByHand()
    {
        var at = 40 * 101 + 50;
        var gaussian = Estimate(new MetrePoints([0], [0]), new DensityRequest(DensityKernel.Gaussian, 500)).PerSquareKilometre;
        Assert.Equal(1 / (2 * Math.PI * 0.25), gaussian[at], 1e-12);
        Assert.Equal(Math.Exp(-0.5) / (2 * Math.PI * 0.25), gaussian[at + 5], 1e-12);
        Assert.Equal(Math.Exp(-(9 + 16) / 50.0) / (2 * Math.PI * 0.25), gaussian[at + 3 - 4 * 101], 1e-12);
        var quartic = Estimate(new MetrePoints([0], [0]), new DensityRequest(DensityKernel.Quartic, 1000)).PerSquareKilometre;
        Assert.Equal(3 / Math.PI, quartic[at], 1e-12);
        Assert.Equal(3 / Math.PI * 0.75 * 0.75, quartic[at + 3 + 4 * 101], 1e-12);
        Assert.Equal(0, quartic[at + 10]);
    }

    [Theory]
    [InlineData(DensityKernel.Gaussian, false)]
    [InlineData(DensityKernel.Gaussian, true)]
    [InlineData(DensityKernel.Quartic, false)]
    [InlineData(DensityKernel.Quartic, true)]
    public void Estimate_AnyKernel_KeepsTheMassWhateverTheThreads(DensityKernel kernel, bool isAdaptive)
    {
        var (points, weights) = Cloud(150, 600);
        var request = new DensityRequest(kernel, 300, isAdaptive);
        var report = Estimate(points, request, weights);
        Assert.Equal(weights.Sum(), report.PerSquareKilometre.Sum() * 0.01, weights.Sum() * 0.01);
        var threads = KernelDensity.Estimate(points, s_grid, request, weights, 3, TestContext.Current.CancellationToken);
        Assert.Equal(report.PerSquareKilometre, threads.PerSquareKilometre);
    }

    [Fact]
    public void Estimate_ManyEvents_AreBinnedAndNearlyExact()
    {
        var (points, weights) = Cloud(5000, 900);
        var report = Estimate(points, new DensityRequest(DensityKernel.Gaussian, 250), weights);
        Assert.True(report.IsBinned);
        var most = report.PerSquareKilometre.Max();
        for (var cell = 7; cell < s_grid.Count; cell += 501)
        {
            var at = s_grid.CentreOf(cell);
            var exact = Enumerable.Range(0, points.Count)
                .Sum(i => weights[i] * Math.Exp(-(Squared(points.X[i] - at.X) + Squared(points.Y[i] - at.Y)) / 2 / 250 / 250)) / (2 * Math.PI * 0.0625);
            Assert.Equal(exact, report.PerSquareKilometre[cell], 0.015 * most);
        }
    }

    // Abramson's bandwidths written out: pilot at each event, geometric mean, inverse root.
    [Fact]
    public void Estimate_Adaptive_FollowsTheSquareRootLaw()
    {
        var (points, weights) = Cloud(80, 700);
        double Pilot(int i) =>
            Enumerable.Range(0, 80).Sum(j => weights[j] * Math.Exp(-(Squared(points.X[i] - points.X[j]) + Squared(points.Y[i] - points.Y[j])) / 2 / 400 / 400));
        double[] pilots = [.. Enumerable.Range(0, 80).Select(Pilot)];
        var mean = Math.Exp(Enumerable.Range(0, 80).Sum(i => weights[i] * Math.Log(pilots[i])) / weights.Sum());
        var report = Estimate(points, new DensityRequest(DensityKernel.Gaussian, 400, isAdaptive: true), weights);
        for (var cell = 0; cell < s_grid.Count; cell += 303)
        {
            var at = s_grid.CentreOf(cell);
            var expected = Enumerable.Range(0, 80).Sum(i =>
            {
                var width = 0.4 * Math.Min(5, Math.Sqrt(mean / pilots[i]));
                return weights[i] * Math.Exp(-(Squared(points.X[i] - at.X) + Squared(points.Y[i] - at.Y)) / 2e6 / width / width)
                    / (2 * Math.PI * width * width);
            });
            Assert.Equal(expected, report.PerSquareKilometre[cell], 0.02 * expected + 0.02);
        }
    }

    [Fact]
    public void EstimateAt_DaysAddedUp_GiveTheDensityInSpace()
    {
        var points = new MetrePoints([0, 300], [0, 0]);
        var request = new DensityRequest(DensityKernel.Quartic, 800);
        var sum = Enumerable.Range(-40, 120)
            .Sum(day => KernelDensity.EstimateAt(
                points, [3.5, 20], day, new TimeKernel(14), s_grid, request, 1, TestContext.Current.CancellationToken).PerSquareKilometre[40 * 101 + 51]);
        Assert.Equal(Estimate(points, request).PerSquareKilometre[40 * 101 + 51], sum, 1e-3);
        var past = new TimeKernel(10, isPastOnly: true);
        Assert.Equal(0, past.WeightOf(-0.1));
        Assert.Equal(2 * 15 / 16.0 / 10 * 0.75 * 0.75, past.WeightOf(5), 1e-12);
    }

    [Fact]
    public void MetresOf_Square_FollowsTheRule()
    {
        // 64 points on an 8 by 8 lattice: variance 64·5.25/63 steps² each way, less than the quartiles' (5.25 − 1.75)/1.34 squared; 64^(1/6) = 2.
        double[] x = [.. Enumerable.Range(0, 64).Select(i => i % 8 * 100.0)];
        double[] y = [.. Enumerable.Range(0, 64).Select(i => i / 8 * 100.0)];
        var deviation = Math.Sqrt(64 * 5.25 / 63) * 100;
        var metres = BandwidthRule.MetresOf(new MetrePoints(x, y), DensityKernel.Gaussian)!.Value;
        Assert.Equal(deviation / 2, metres, 1e-9);
        Assert.Equal(2.779, BandwidthRule.MetresOf(new MetrePoints(x, y), DensityKernel.Quartic)!.Value / metres, 1e-3);
        Assert.Null(BandwidthRule.MetresOf(new MetrePoints([1, 1], [2, 2]), DensityKernel.Gaussian));
    }

    [Fact]
    public void Estimate_InvalidInput_NamesIt()
    {
        var points = new MetrePoints([0, 0], [0, 0]);
        Assert.Contains("name bandwidthMetres", Refusal(() => Estimate(points, new DensityRequest())), StringComparison.Ordinal);
        Assert.Contains("There are 1 weights for 2 places", Refusal(() => Estimate(points, new DensityRequest(DensityKernel.Gaussian, 10), [1])),
            StringComparison.Ordinal);
        Assert.Contains(
            "weights[1]", Refusal(() => Estimate(points, new DensityRequest(DensityKernel.Gaussian, 10), [1, double.NaN])), StringComparison.Ordinal);
        Assert.Contains("bandwidthMetres must be above 0", Refusal(() => new DensityRequest(DensityKernel.Gaussian, 0)), StringComparison.Ordinal);
        Assert.Contains("use larger cells", Refusal(() => new DensityGrid(0, 0, 1, 100_000, 100_000)), StringComparison.Ordinal);
        Assert.Contains("ask for simulations", Refusal(() => new RiskRequest(new DensityRequest(isAdaptive: true))), StringComparison.Ordinal);
    }

    private static DensityReport Estimate(MetrePoints points, DensityRequest request, double[]? weights = null) =>
        KernelDensity.Estimate(points, s_grid, request, weights, 1, TestContext.Current.CancellationToken);

    private static (MetrePoints Points, double[] Weights) Cloud(int count, double spread)
    {
        var random = new Random(8);
        double Next() => spread * Enumerable.Range(0, 4).Sum(_ => random.NextDouble() - 0.5) * 1.7;
        return (new MetrePoints([.. Enumerable.Range(0, count).Select(_ => Next())], [.. Enumerable.Range(0, count).Select(_ => Next())]),
            [.. Enumerable.Range(0, count).Select(i => 1.0 + i % 3)]);
    }

    private static double Squared(double value) => value * value;

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
