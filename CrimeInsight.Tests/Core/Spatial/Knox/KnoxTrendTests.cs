using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Tests.Core.Spatial.Knox;

/// <summary>Places that grow are told from events that bring others.</summary>
public sealed class KnoxTrendTests
{
    private const int Sets = 12;

    /// <summary>
    /// Days 0, 1 and 8, 9 with bands of one day: two spans, in each of which the only two events are a day apart. Near are 0-1 and 2-3:
    /// two expected with each place's own time, but 2 × 2 of 6 pairs a day apart when times are dealt anywhere.
    /// </summary>
    [Fact]
    public void Run_WorkedExample_ExpectsWithinSpans()
    {
        var report = Run(new KnoxRequest(new MetrePoints([0, 1, 500, 501], [0, 0, 0, 0]), [0, 1, 8, 9], [2], [1]) { IsTrendKept = true });
        var cell = Assert.Single(report.Cells);
        Assert.Equal(2, cell.Observed);
        Assert.Equal(2.0 / 3, cell.Expected, 1e-12);
        Assert.Equal(3, cell.Ratio!.Value, 1e-12);
        Assert.Equal((2, 1, 1), (cell.Trend!.Expected, cell.Trend.Ratio, cell.Trend.P));
        Assert.Equal((1, false, true), (cell.PAdjusted, cell.IsElevated, report.IsTrendKept));
        Assert.Equal(2, report.Calendar[1].Expected);
    }

    [Fact]
    public void Expected_RandomEvents_IsTheMeanOfThePermutations()
    {
        var request = Events(7, growth: 3, followed: 0.1) with { Replicas = 999 };
        var pairs = NearPairs.Of(request, TestContext.Current.CancellationToken);
        var strata = KnoxStrata.Of(request, pairs)!;
        var counts = KnoxCounts.Of(request, pairs, strata, null, new ParallelOptions());
        var expected = strata.Expected(request, pairs);
        Assert.Equal(3, strata.Count);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], counts.Replicas.Average(replica => replica[i]), 5 * Math.Sqrt((2 * expected[i] + 0.1) / 999));
    }

    [Fact]
    public void Run_ShortTime_KeepsNoTrend()
    {
        var request = Events(1, growth: 1, followed: 0);
        var shortened = new KnoxRequest(request.Places, [.. request.Days.Select(day => day / 2)], [200], [28]) { IsTrendKept = true, Replicas = 99 };
        Assert.False(Run(shortened).IsTrendKept);
        Assert.Equal(Run(shortened with { IsTrendKept = false }).Cells, Run(shortened).Cells);
    }

    [Fact]
    public void Run_Trend_LeavesThePlainFiguresAsTheyWere()
    {
        var request = Events(2, growth: 3, followed: 0);
        var (plain, kept) = (Run(request with { IsTrendKept = false }), Run(request));
        Assert.Equal(plain.Cells.Select(cell => (cell.Observed, cell.Expected, cell.P, cell.PPoisson)),
            kept.Cells.Select(cell => (cell.Observed, cell.Expected, cell.P, cell.PPoisson)));
    }

    /// <summary>A town whose events grow to five times as many within the year: taken for near repeats unless its trend is kept; contagion stays.</summary>
    [Fact]
    public void Run_GrowingTown_IsNoNearRepeatAndContagionIs()
    {
        int before = 0, after = 0, found = 0, foundBefore = 0;
        for (var seed = 1; seed <= Sets; seed++)
        {
            var grown = Events(seed, growth: 5, followed: 0);
            before += IsElevated(grown with { IsTrendKept = false });
            after += IsElevated(grown);
            foundBefore += IsElevated(Events(seed, growth: 1, followed: 0.15) with { IsTrendKept = false });
            found += IsElevated(Events(seed, growth: 1, followed: 0.15));
        }

        Assert.True(before > Sets / 2);
        Assert.InRange(after, 0, 3);
        Assert.True(found >= 0.9 * foundBefore && foundBefore > Sets / 2);
    }

    private static int IsElevated(KnoxRequest request) => Run(request).Cells.Any(cell => cell.IsElevated) ? 1 : 0;

    private static KnoxReport Run(KnoxRequest request) => KnoxTest.Run(request, null, 2, TestContext.Current.CancellationToken);

    /// <summary>
    /// 900 events of a year on 6 × 6 km, two fifths of them in a town of 1.5 km whose rate grows steadily; a share is followed within days and about 120 m.
    /// </summary>
    private static KnoxRequest Events(int seed, double growth, double followed)
    {
        var random = new Random(seed);
        var (x, y, t) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < 900; i++)
        {
            var isTown = random.NextDouble() < 0.4;
            var time = random.NextDouble();
            while (isTown && random.NextDouble() * growth > 1 + (growth - 1) * time)
                time = random.NextDouble();
            Add(isTown ? 1_500 : 6_000, isTown ? 1_200 : 0, Math.Floor(365 * time));
            if (random.NextDouble() >= followed)
                continue;
            x.Add(x[^1] + 240 * random.NextDouble() - 120);
            y.Add(y[^1] + 240 * random.NextDouble() - 120);
            t.Add(t[^1] + random.Next(10));
        }

        return new KnoxRequest(new MetrePoints([.. x], [.. y]), [.. t], [200, 400, 800], [7, 14, 28])
        {
            Replicas = 199,
            Seed = seed,
            LeastRatio = 1,
            IsTrendKept = true,
        };

        void Add(double side, double start, double day)
        {
            x.Add(start + side * random.NextDouble());
            y.Add(start + side * random.NextDouble());
            t.Add(day);
        }
    }
}
