using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.SpaceTimeCube;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.SpaceTimeCube;

public sealed class EmergingHotspotsTests
{
    private const int Side = 15;
    private const int Places = Side * Side;
    private const int Steps = 30;
    private const int Planted = 7 * Side + 7;

    private static readonly SpatialWeights s_weights = SpatialWeights.DistanceBand(
        new MetrePoints([.. Enumerable.Range(0, Places).Select(i => (double)(i % Side))], [.. Enumerable.Range(0, Places).Select(i => (double)(i / Side))]),
        1.5);

    [Fact]
    public void Run_AnyCube_HasTheGetisOrdStatisticOfTheSameNeighbourhoodsInOneList()
    {
        var values = Noise(3, 4 * 20).ToArray();
        var small = SpatialWeights.DistanceBand(new MetrePoints([0, 1, 2, 9], [0, 0, 0, 0]), 1);
        var report = (EmergingReport)Outcome(values, small, new EmergingRequest(earlierSteps: 2));
        // Every place is a neighbour of itself in the steps before.
        var links = from bin in Enumerable.Range(0, values.Length)
                    from other in Enumerable.Range(0, values.Length)
                    let back = bin / 4 - other / 4
                    where back is >= 0 and <= 2 && bin != other && (bin % 4 == other % 4 || small.NeighboursOf(bin % 4).Contains(other % 4))
                    select (bin, other);
        var pairs = links.ToArray();
        var cube = SpatialWeights.OfLinks(
            values.Length, [.. pairs.Select(pair => pair.bin)], [.. pairs.Select(pair => pair.other)], [.. pairs.Select(_ => 1.0)]);
        var plain = (LocalReport)LocalStatistics.Run(values, cube, new LocalRequest(LocalMethod.GetisOrdStar, 0), 1, TestContext.Current.CancellationToken);
        for (var bin = 0; bin < values.Length; bin++)
        {
            // A bin without neighbours is left out there.
            if (cube.NeighbourCount(bin) > 0)
                Assert.Equal(plain.Z[bin], report.Z[bin], 1e-9);
        }
    }

    [Fact]
    public void Run_HotInTheLastSteps_IsNewOrConsecutive()
    {
        Assert.Equal(EmergingClass.NewHot, Classify(step => step == Steps - 1, earlierSteps: 0).Class);
        var consecutive = Classify(step => step >= Steps - 5, earlierSteps: 1);
        Assert.Equal(EmergingClass.ConsecutiveHot, consecutive.Class);
        Assert.InRange(consecutive.RunSteps, 4, 5);
        Assert.Equal(consecutive.RunSteps, consecutive.HotSteps);
    }

    [Fact]
    public void Run_AlwaysHot_FollowsItsTrend()
    {
        Assert.Equal(EmergingClass.PersistentHot, Classify(_ => true, earlierSteps: 1).Class);
        Assert.Equal(EmergingClass.HistoricalHot, Classify(step => step < Steps - 2, earlierSteps: 0).Class);
        Assert.Equal(EmergingClass.IntensifyingHot, Rise(step => 10 + step).Class);
        Assert.Equal(EmergingClass.DiminishingHot, Rise(step => 40 - step).Class);
        Assert.Equal(EmergingClass.SporadicHot, Classify(step => step % 6 >= 3, earlierSteps: 0).Class);
    }

    [Fact]
    public void Run_Noise_FlagsNothing()
    {
        var flagged = 0;
        for (var seed = 0; seed < 10; seed++)
            flagged += ((EmergingReport)Outcome(Noise(seed, Places * Steps), s_weights, new EmergingRequest(permutations: 999))).SignificantAfter > 0 ? 1 : 0;
        Assert.InRange(flagged, 0, 2);
    }

    [Fact]
    public void Run_ThreadsShiftAndScale_ChangeNothing()
    {
        var values = Noise(1, Places * Steps);
        for (var step = 20; step < Steps; step++)
            values[step * Places + Planted] += 30;
        var one = (EmergingReport)Outcome(values, s_weights, new EmergingRequest());
        var other = (EmergingReport)EmergingHotspots.Run(
            [.. values.Select(value => 7 + 2 * value)], s_weights, new EmergingRequest(), 4, TestContext.Current.CancellationToken);
        Assert.True(one.SignificantAfter > 0);
        Assert.Equal(one.States, other.States);
        Assert.Equal(one.Places.Select(place => place.Class), other.Places.Select(place => place.Class));
    }

    [Fact]
    public void Run_CubeThatCannotBeClassified_SaysWhy()
    {
        Assert.Equal(new EmergingImpossible(EmergingObstacle.TooFewSteps), Outcome(Noise(1, Places * 9), s_weights, new EmergingRequest()));
        Assert.Equal(new EmergingImpossible(EmergingObstacle.NoVariation), Outcome(new double[Places * 10], s_weights, new EmergingRequest()));
        Assert.Contains("226 values are not a whole number of steps of 225 places",
            Assert.ThrowsAny<ArgumentException>(() => Outcome(new double[226], s_weights, new EmergingRequest())).Message, StringComparison.Ordinal);
        Assert.Contains(
            "earlierSteps must lie in [0, 12]", Assert.ThrowsAny<ArgumentException>(() => new EmergingRequest(13)).Message, StringComparison.Ordinal);
    }

    private static EmergingPlace Classify(Func<int, bool> isHot, int earlierSteps) => Rise(step => isHot(step) ? 25 : 0, earlierSteps);

    private static EmergingPlace Rise(Func<int, double> height, int earlierSteps = 1)
    {
        var values = Noise(5, Places * Steps);
        for (var step = 0; step < Steps; step++)
            foreach (var place in s_weights.NeighboursOf(Planted).ToArray().Append(Planted))
                values[step * Places + place] += height(step);
        var report = (EmergingReport)Outcome(values, s_weights, new EmergingRequest(earlierSteps));
        Assert.Equal(EmergingClass.None, report.Places[0].Class);
        return report.Places[Planted];
    }

    private static EmergingOutcome Outcome(double[] values, SpatialWeights weights, EmergingRequest request) =>
        EmergingHotspots.Run(values, weights, request, 1, TestContext.Current.CancellationToken);

    private static double[] Noise(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(10))];
    }
}
