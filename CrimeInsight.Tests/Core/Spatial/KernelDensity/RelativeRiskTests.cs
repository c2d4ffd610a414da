using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.KernelDensity;

namespace CrimeInsight.Tests.Core.Spatial.KernelDensity;

public sealed class RelativeRiskTests
{
    private const int Side = 40;

    /// <summary>People at places 250 m apart, four times as many in the west.</summary>
    private static readonly MetrePoints s_places = new(
        [.. Enumerable.Range(0, Side * Side).Select(i => i % Side * 250.0)], [.. Enumerable.Range(0, Side * Side).Select(i => i / Side * 250.0)]);

    private static readonly double[] s_people = [.. s_places.X.Select(x => x < 5000 ? 400.0 : 100)];

    private static readonly DensityGrid s_grid = new(0, 0, 500, 20, 20);

    [Fact]
    public void Estimate_EventsAsPeople_HasNoRiskAnywhere()
    {
        var report = RelativeRisk.Estimate(s_places, s_places, Enumerable.Repeat(1.0, s_places.Count).ToArray(), s_grid,
            new RiskRequest(new DensityRequest(DensityKernel.Gaussian, 1000)), 1, TestContext.Current.CancellationToken);
        Assert.All(report.LogRisk, risk => Assert.Equal(0, risk, 1e-9));
        Assert.All(report.HasPopulation, Assert.True);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(199, false)]
    [InlineData(99, true)]
    public void Estimate_PlantedRisk_IsFoundThereOnly(int simulations, bool isAdaptive)
    {
        var report = Run(Events(600, planted: 60), simulations, isAdaptive);
        var centre = 16 * 20 + 15;
        Assert.True(report.LogRisk[centre] > 1, $"{report.LogRisk[centre]}");
        Assert.True(report.P[centre] <= 0.011, $"{report.P[centre]}");
        Assert.True(report.P[3 * 20 + 3] > 0.05);
        if (simulations == 0)
        {
            Assert.True(report.PCorrected[centre] < 0.001);
            Assert.All(Enumerable.Range(0, s_grid.Count).Where(cell => report.PCorrected[cell] < 0.01),
                cell => Assert.True(Away(s_grid.CentreOf(cell)) < 3500));
        }
    }

    [Fact]
    public void Estimate_ApproximateP_IsNearTheSimulatedOne()
    {
        var (approximate, simulated) = (Run(Events(300, 0), 0, false), Run(Events(300, 0), 999, false));
        for (var cell = 0; cell < s_grid.Count; cell++)
        {
            // At the edge half of the kernel is outside, which the approximation does not know.
            var at = s_grid.CentreOf(cell);
            if (at.X is > 1500 and < 8000 && at.Y is > 1500 and < 8000)
                Assert.Equal(simulated.P[cell], approximate.P[cell], 0.12);
        }
    }

    [Fact]
    public void Estimate_NobodyAnywhere_SaysWhatToDo()
    {
        var request = new RiskRequest(new DensityRequest(DensityKernel.Gaussian, 1000));
        Assert.Contains("There are no people",
            Assert.ThrowsAny<ArgumentException>(
                () => RelativeRisk.Estimate(s_places, s_places, new double[Side * Side], s_grid, request, 1, TestContext.Current.CancellationToken)).Message,
                StringComparison.Ordinal);
        Assert.Contains("There are no events",
            Assert.ThrowsAny<ArgumentException>(
                () => RelativeRisk.Estimate(new MetrePoints([], []), s_places, s_people, s_grid, request, 1, TestContext.Current.CancellationToken)).Message,
                StringComparison.Ordinal);
    }

    private static RiskReport Run(MetrePoints events, int simulations, bool isAdaptive) => RelativeRisk.Estimate(
        events, s_places, s_people, s_grid, new RiskRequest(new DensityRequest(DensityKernel.Gaussian, 800, isAdaptive), simulations), 2,
        TestContext.Current.CancellationToken);

    private static double Away(PlanePoint at) => Math.Sqrt((at.X - 7500) * (at.X - 7500) + (at.Y - 8000) * (at.Y - 8000));

    /// <summary>As people live, and more around 7,500 east and 8,000 north.</summary>
    private static MetrePoints Events(int count, int planted)
    {
        var random = new Random(3);
        var total = s_people.Sum();
        var drawn = Enumerable.Range(0, count).Select(_ =>
        {
            var (left, at) = (random.NextDouble() * total, 0);
            while ((left -= s_people[at]) > 0)
                at++;
            return (X: s_places.X[at], Y: s_places.Y[at]);
        }).Concat(Enumerable.Range(0, planted).Select(_ => (X: 7500 + 600 * (random.NextDouble() - 0.5), Y: 8000 + 600 * (random.NextDouble() - 0.5))))
            .ToArray();
        return new MetrePoints([.. drawn.Select(at => at.X)], [.. drawn.Select(at => at.Y)]);
    }
}
