using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Knox;
using CrimeInsight.Core.Statistics;
using MathNet.Numerics;

namespace CrimeInsight.Tests.Core.Spatial.Knox;

public sealed class KnoxTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Reference", "NearRepeat");
    private static readonly double[][] s_events = [.. Rows("imdepi.csv")];
    private static readonly MetrePoints s_places = new([.. s_events.Select(row => 1000 * row[0])], [.. s_events.Select(row => 1000 * row[1])]);
    private static readonly double[] s_days = [.. s_events.Select(row => row[2])];

    /// <summary>
    /// Four events, 0 … 3 m apart on a line, on days 0, 1, 10, 30. Near (≤ 1 m): 0-1, 1-2, 2-3, apart 1, 9, 20 days. Of all six
    /// pairs, apart 1, 10, 30, 9, 29, 20 days, two are within 9 days: 3·2/6 = 1 expected (≤ 1 day: 3·1/6 = 0.5).
    /// </summary>
    [Fact]
    public void Run_WorkedExample_CountsPairsByHand()
    {
        var report = Run(new KnoxRequest(new MetrePoints([0, 1, 2, 3], [0, 0, 0, 0]), [0, 1, 10, 30], [1, 2], [1, 9]));
        Assert.Equal([1, 1, 0, 0], report.Cells.Select(cell => cell.Observed));
        Assert.Equal([0.5, 0.5, 2.0 / 6, 2.0 / 6], report.Cells.Select(cell => cell.Expected), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([2, 2, 0, 0], report.Cells.Select(cell => cell.Ratio!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal((0, 1, 1, 9), (report.Cells[1].FromMetres, report.Cells[1].UntilMetres, report.Cells[1].FromDays, report.Cells[1].UntilDays));
        Assert.Equal(1 - Math.Exp(-0.5), report.Cells[0].PPoisson, 1e-12);
        Assert.Equal((5, 0), (report.NearPairs, report.SamePlaceCells.Sum(cell => cell.Observed)));
        Assert.All(report.SamePlaceCells, cell => Assert.Null(cell.Ratio));
    }

    [Fact]
    public void Run_MeningococcalDisease_EqualsR()
    {
        foreach (var row in Rows("knox.csv"))
        {
            var cell = Run(new KnoxRequest(s_places, s_days, [1000 * row[0]], [row[1]]) { IsSamePlaceInFirstBand = true, Replicas = 1999 }).Cells[0];
            Assert.Equal(row[2], cell.Observed);
            Assert.Equal(row[3], cell.Expected, 1e-9 * row[3]);
            NearByChance(row[5], cell.P);
            // R's is P(N > observed); ours counts the observed, too.
            Assert.Equal(row[4], SpecialFunctions.GammaLowerRegularized(cell.Observed + 1, cell.Expected), 1e-6 * row[4]);
        }
    }

    [Fact]
    public void Run_MeningococcalDisease_EqualsTheTableOfNearRepeats()
    {
        var report = Run(new KnoxRequest(s_places, s_days, [5000, 10000, 20000, 30000, 50000], [7, 14, 21, 28, 56]) { SamePlaceMetres = 1 });
        var cells = report.SamePlaceCells.Concat(report.Cells).ToArray();
        var expected = Rows("near_repeat.csv").ToArray();
        Assert.Equal(expected.Select(row => (1000 * row[0], row[1], (long)row[2])), cells.Select(cell => (cell.UntilMetres, cell.UntilDays, cell.Observed)));
        for (var i = 0; i < cells.Length; i++)
        {
            // Their mean is of 999 permutations.
            Assert.InRange(expected[i][3], cells[i].Expected - 5 * Math.Sqrt(1.5 * cells[i].Expected / 999),
                cells[i].Expected + 5 * Math.Sqrt(1.5 * cells[i].Expected / 999));
            NearByChance(expected[i][4], cells[i].P);
        }

        // The comparison sees a single event that moved.
        double[] moved = [.. s_days];
        moved[100] += 40;
        Assert.NotEqual(cells.Select(cell => cell.Observed), Run(report.Request with { }, moved).SamePlaceCells.Concat(Run(report.Request, moved).Cells)
            .Select(cell => cell.Observed));
    }

    /// <summary>Whole days are counted in 16 bits, fractions in doubles: the same permutations give the same table.</summary>
    [Fact]
    public void Run_DaysMovedByAFraction_GivesTheSameTable()
    {
        var (places, days) = Sample(3, 300);
        var whole = Run(new KnoxRequest(places, days, [50, 100], [3, 7]));
        var moved = Run(new KnoxRequest(places, Array.ConvertAll(days, day => day + 0.25), [50, 100], [3, 7]));
        Assert.Equal(whole.Cells, moved.Cells);
    }

    [Fact]
    public void Run_AnyThreads_GivesTheSameReport()
    {
        var (places, days) = Sample(4, 300);
        var request = new KnoxRequest(places, days, [50, 100], [3, 7]) { Seed = 8 };
        var (one, three) = (
            KnoxTest.Run(request, null, 1, TestContext.Current.CancellationToken), KnoxTest.Run(request, null, 3, TestContext.Current.CancellationToken));
        Assert.Equal(one.Cells, three.Cells);
        Assert.Equal(one.Calendar, three.Calendar);
        Assert.NotEqual(one.Cells, KnoxTest.Run(request with { Seed = 9 }, null, 1, TestContext.Current.CancellationToken).Cells);
    }

    [Fact]
    public void Run_RandomEvents_EqualsAllPairsCounted()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var (metres, days) = Sample(seed, 150);
            var degrees = new DegreePoints([.. metres.Y.Select(y => 13 + y / 111_195)], [.. metres.X.Select(x => 80 + x / 111_195)]);
            foreach (var places in new PointSet[] { metres, degrees })
            {
                var report = Run(new KnoxRequest(places, days, [40, 90], [2, 9, 30]) { Replicas = 9, SamePlaceMetres = 5 });
                foreach (var cell in report.SamePlaceCells.Concat(report.Cells))
                    Assert.Equal(Plain(places, days, cell), cell.Observed);
            }
        }
    }

    /// <summary>Bands of days that reach over all times: every permutation has the same pairs, so nothing is raised.</summary>
    [Fact]
    public void Run_BandThatHoldsAllDays_HasRatioOneAndPOne()
    {
        var (places, days) = Sample(6, 100);
        var cell = Run(new KnoxRequest(places, days, [80], [1000])).Cells[0];
        Assert.Equal((1, 1), (Math.Round(cell.Ratio!.Value, 12), cell.P));
    }

    [Fact]
    public void Run_PlantedContagion_StaysElevatedAsLongAsPlanted()
    {
        var (places, days) = Sample(1, 900, 2000);
        var (x, y, t) = (places.X.ToList(), places.Y.ToList(), days.ToList());
        var random = new Random(2);
        for (var i = 0; i < 900; i += 4)
        {
            // A second event within 30 m and 1 to 14 days.
            x.Add(x[i] + random.NextDouble() * 40 - 20);
            y.Add(y[i] + random.NextDouble() * 40 - 20);
            t.Add(t[i] + 1 + random.Next(14));
        }

        var report = Run(new KnoxRequest(new MetrePoints([.. x], [.. y]), [.. t], [50, 300], [7, 14, 28, 60]));
        var (same, near, far) = (report.Calendar[0], report.Calendar[1], report.Calendar[2]);
        Assert.Equal((true, null), (same.IsSamePlace, same.ElevatedUntilDays));
        Assert.Equal((0, 50, 14), (near.FromMetres, near.UntilMetres, near.ElevatedUntilDays!.Value));
        Assert.Equal(report.Cells.Take(2).Sum(cell => cell.Observed), near.Observed);
        Assert.Equal(near.Observed / near.Expected, near.Ratio!.Value, 1e-9);
        Assert.True(near.RatioLower > 2 && near.RatioLower < near.Ratio && near.Ratio < near.RatioUpper);
        Assert.Null(far.ElevatedUntilDays);
        Assert.All(report.Cells.Skip(2), cell => Assert.False(cell.IsElevated));
    }

    [Fact]
    public void Run_SamePlace_IsARowOfItsOwnUnlessAskedOtherwise()
    {
        var places = new MetrePoints([0, 0, 0.5, 60, 900], [0, 0, 0, 0, 0]);
        double[] days = [0, 1, 2, 3, 50];
        var apart = Run(new KnoxRequest(places, days, [100], [7]));
        Assert.Equal((1, 5), (apart.SamePlaceCells[0].Observed, apart.Cells[0].Observed));
        var tolerant = Run(new KnoxRequest(places, days, [100], [7]) { SamePlaceMetres = 0.5 });
        Assert.Equal((3, 3), (tolerant.SamePlaceCells[0].Observed, tolerant.Cells[0].Observed));
        Assert.Equal(0.5, tolerant.Cells[0].FromMetres);
        var together = Run(new KnoxRequest(places, days, [100], [7]) { IsSamePlaceInFirstBand = true });
        Assert.Equal((1, 6), (together.SamePlaceCells[0].Observed, together.Cells[0].Observed));
        Assert.Equal(6 * (6.0 / 10), together.Cells[0].Expected, 1e-12);
    }

    [Fact]
    public void Request_InvalidInput_NamesPlaceAndRemedy()
    {
        var two = new MetrePoints([0, 1], [0, 1]);
        Refused("at least 2 events", () => new KnoxRequest(new MetrePoints([0], [0]), [0], [1], [1]));
        Refused("days has 3 values for 2 events", () => new KnoxRequest(two, [0, 1, 2], [1], [1]));
        Refused("days[1] must be a finite number", () => new KnoxRequest(two, [0, double.NaN], [1], [1]));
        Refused("distanceLimitsMetres must ascend", () => new KnoxRequest(two, [0, 1], [200, 100], [1]));
        Refused("must ascend from above 0", () => new KnoxRequest(two, [0, 1], [0], [1]));
        Refused("dayLimits needs 1 to 50 limits", () => new KnoxRequest(two, [0, 1], [1], []));
        Refused("below the first limit of distance, 1", () => new KnoxRequest(two, [0, 1], [1], [1]) { SamePlaceMetres = 1 });
        Refused("Replicas must lie in", () => new KnoxRequest(two, [0, 1], [1], [1]) { Replicas = 1 });
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => KnoxTest.Run(new KnoxRequest(two, [0, 1], [1], [1]), null, 1, source.Token));
    }

    private static (MetrePoints Places, double[] Days) Sample(int seed, int count, double size = 1000)
    {
        var random = new Random(seed);
        double[] Coordinates() => [.. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble() * size))];
        return (new MetrePoints(Coordinates(), Coordinates()), [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(365))]);
    }

    private static long Plain(PointSet places, double[] days, KnoxCell cell)
    {
        var pairs = 0L;
        for (var i = 0; i < places.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var (metres, between) = (places.Metres(i, j), Math.Abs(days[i] - days[j]));
                var near = metres <= cell.UntilMetres && (metres > cell.FromMetres || cell.FromMetres == 0);
                pairs += near && between <= cell.UntilDays && (between > cell.FromDays || cell.FromDays == 0) ? 1 : 0;
            }

        return pairs;
    }

    private static KnoxReport Run(KnoxRequest request) => KnoxTest.Run(request, null, 2, TestContext.Current.CancellationToken);

    private static KnoxReport Run(KnoxRequest like, double[] days) =>
        Run(new KnoxRequest(
            like.Places, days, like.DistanceLimitsMetres.AsSpan(), like.DayLimits.AsSpan()) { SamePlaceMetres = like.SamePlaceMetres, Replicas = 9 });

    private static void NearByChance(double expected, double found) =>
        Assert.InRange(Math.Abs(expected - found), 0, 4 * Math.Sqrt(2 * Math.Max(0.001, expected * (1 - expected)) / 999) + 0.002);

    private static void Refused(string expected, Func<object> make) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);

    private static IEnumerable<double[]> Rows(string file) =>
        File.ReadLines(Path.Combine(s_folder, file)).Skip(1)
            .Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray());
}
