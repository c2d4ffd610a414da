using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Reconciliation;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ReconciliationTests
{
    private const double Coherence = 1e-9;
    private static readonly ForecastTree s_three = new([-1, 0, 0]);

    /// <summary>10 against 4 + 5, all with variance 1: the gap of 1 is shared in three, each variance falls to 2/3.</summary>
    [Fact]
    public void Run_WorkedExample_SharesTheGapByVariance()
    {
        var step = MinimumTrace.Run(s_three, [10, 4, 5], [1, 1, 1], null, areCounts: false);
        Assert.Equal([29.0 / 3, 13.0 / 3, 16.0 / 3], step.Points, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([2.0 / 3, 2.0 / 3, 2.0 / 3], step.Variances, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    /// <summary>1 against 4 − 5 … as counts: the leaf below zero is held, the other two share the rest.</summary>
    [Fact]
    public void Run_NegativeLeafOfCounts_IsHeldAtZeroAndSumsStay()
    {
        var step = MinimumTrace.Run(s_three, [2, 4, -5], [1, 1, 1], null, areCounts: true);
        Assert.Equal(0, step.Points[2]);
        Assert.Equal(step.Points[0], step.Points[1]);
        Assert.InRange(step.Points[0], 2, 4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_RandomTrees_EqualsTheDenseFormula(bool correlate)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var (tree, points, variances, correlation) = Random(seed, correlate);
            var step = MinimumTrace.Run(tree, points, variances, correlation, areCounts: false);
            var (expected, left) = Dense(tree, points, Covariance(variances, correlation));
            for (var i = 0; i < tree.Count; i++)
            {
                Assert.Equal(expected[i], step.Points[i], 1e-8 * 100);
                Assert.Equal(left[i, i], step.Variances[i], 1e-8 * variances[i]);
                Assert.True(step.Variances[i] <= variances[i] * (1 + 1e-9));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_RandomTrees_AddUpAndKeepWhatAddsUp(bool correlate)
    {
        for (var seed = 100; seed < 140; seed++)
        {
            var (tree, points, variances, correlation) = Random(seed, correlate);
            foreach (var areCounts in new[] { false, true })
            {
                var step = MinimumTrace.Run(tree, points, variances, correlation, areCounts);
                Assert.True(Incoherence(tree, step.Points) < Coherence);
                Assert.True(!areCounts || step.Points.Min() >= 0);
                var again = MinimumTrace.Run(tree, step.Points, variances, correlation, areCounts);
                for (var i = 0; i < tree.Count; i++)
                    Assert.Equal(step.Points[i], again.Points[i], 1e-8 * 100);
            }
        }
    }

    [Fact]
    public void Incoherence_PerturbedSum_IsSeen() => Assert.True(Incoherence(s_three, [9.001, 4, 5]) > Coherence);

    /// <summary>No other values that add up and are not negative are nearer, tried in many random directions.</summary>
    [Fact]
    public void Run_Counts_AreTheNearestNonnegative()
    {
        for (var seed = 200; seed < 220; seed++)
        {
            var (tree, points, variances, _) = Random(seed, false);
            for (var i = 0; i < points.Length; i++)
                points[i] -= 60;
            var best = MinimumTrace.Run(tree, points, variances, null, areCounts: true).Points;
            double Distance(double[] candidate) => candidate.Select((value, i) => (value - points[i]) * (value - points[i]) / variances[i]).Sum();
            var random = new Random(seed);
            for (var trial = 0; trial < 200; trial++)
            {
                double[] candidate = [.. best.Select(value => Math.Max(0, value + (random.NextDouble() - 0.5) * Math.Pow(10, -3 * random.NextDouble())))];
                new TreeSolver(tree, variances).AddUpFrom(candidate, 0);
                Assert.True(Distance(candidate) >= Distance(best) - 1e-9);
            }
        }
    }

    [Fact]
    public void Run_InnerNodeWithoutForecast_IsTheSumOfItsChildren()
    {
        var step = MinimumTrace.Run(s_three, [0, 4, 5], [double.PositiveInfinity, 1, 2], null, areCounts: true);
        Assert.Equal([9, 4, 5], step.Points);
        Assert.Equal([3, 1, 2], step.Variances);
    }

    /// <summary>R: Schäfer and Strimmer's intensity, written out over all pairs.</summary>
    [Fact]
    public void Shrinkage_FourNodes_EqualsReference()
    {
        double[][] errors = [[3, 1, -2, 4, -1, 2], [1, 0.5, -1, 2, -1.5, 0.5], [2, -1, 0, 1, 1, -2], [-0.3, 0.2, 0.8, -0.1, 0.4, 0.6]];
        Assert.Equal(ReferenceShrinkage, new ErrorCorrelation(errors).Shrinkage, 1e-12);
        errors[0][0] = 3.5;
        Assert.NotEqual(ReferenceShrinkage, new ErrorCorrelation(errors).Shrinkage, 1e-3);
    }

    [Fact]
    public void Run_State_IsFast()
    {
        const int districts = 60, stations = 1000;
        List<int> parents = [-1, .. Enumerable.Repeat(0, districts), .. Enumerable.Range(0, districts * stations).Select(i => 1 + i / stations)];
        var tree = new ForecastTree(parents);
        var random = new Random(1);
        double[] points = [.. parents.Select(_ => random.NextDouble())], variances = [.. parents.Select(_ => 0.1 + random.NextDouble())];
        var correlation = new ErrorCorrelation([.. parents.Select(_ => Enumerable.Range(0, 12).Select(_ => random.NextDouble() - 0.5).ToArray())]);
        Assert.True(Incoherence(tree, MinimumTrace.Run(tree, points, variances, correlation, areCounts: true).Points) < 1e-6);
    }

    [Fact]
    public void Run_Reports_AddUpAndNarrow()
    {
        var random = new Random(7);
        double[][] leaves = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 60).Select(t => (double)(40 + t % 12 + random.Next(20))).ToArray())];
        double[] sum = [.. Enumerable.Range(0, 60).Select(t => leaves.Sum(leaf => leaf[t]))];
        ForecastOutcome[] outcomes = [.. ((double[][])[sum, .. leaves]).Select(values => Forecaster.Run(new ForecastRequest(values, 6)))];
        var reconciled = ForecastReconciliation.Run(new ForecastTree([-1, 0, 0, 0]), outcomes).Cast<ForecastReport>().ToList();
        for (var step = 0; step < 6; step++)
        {
            Assert.Equal(reconciled[0].Mean[step], reconciled.Skip(1).Sum(report => report.Mean[step]), Coherence);
            for (var i = 0; i < 4; i++)
            {
                var (before, after) = (((ForecastReport)outcomes[i]).Bands[1], reconciled[i].Bands[1]);
                Assert.True(after.Upper[step] - after.Lower[step] <= (before.Upper[step] - before.Lower[step]) * (1 + 1e-9));
                Assert.InRange(reconciled[i].Mean[step], after.Lower[step], after.Upper[step]);
            }
        }
    }

    /// <summary>A third of the whole's cases is in no part: the parts and the whole differ by what is left, in every step.</summary>
    [Fact]
    public void Reconcile_CasesOfNoPart_MakeUpTheRest()
    {
        var random = new Random(11);
        double[][] parts = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 60).Select(t => (double)(20 + random.Next(10))).ToArray())];
        double[] whole = [.. Enumerable.Range(0, 60).Select(t => parts.Sum(part => part[t]))];
        ForecastReport[] reports = [
            .. ((double[][])[whole, parts[0], parts[1]]).Select(values => (ForecastReport)Forecaster.Run(new ForecastRequest(values, 6)))];
        var reconciled = ForecastHierarchy.Reconcile([-1, 0, 0], reports);
        var closed = ForecastHierarchy.Reconcile(
            [-1, 0, 0], [(ForecastReport)Forecaster.Run(new ForecastRequest([.. parts[0].Zip(parts[1], (a, b) => a + b)], 6)), .. reports[1..]]);
        for (var step = 0; step < 6; step++)
        {
            Assert.InRange(reconciled[0].Mean[step] - reconciled[1].Mean[step] - reconciled[2].Mean[step], 21, 28);
            Assert.Equal(closed[0].Mean[step], closed[1].Mean[step] + closed[2].Mean[step], Coherence);
        }
    }

    /// <summary>All errors are one common error: reconciling cannot lessen them, whatever the correlation promises.</summary>
    [Fact]
    public void Run_ErrorsInCommon_DoNotNarrowTheIntervals()
    {
        var random = new Random(3);
        double[] swings = [.. Enumerable.Range(0, 60).Select(_ => 0.6 + 0.8 * random.NextDouble())];
        double[][] parts = [.. Enumerable.Range(1, 8).Select(size => swings.Select(swing => 40 * size * swing).ToArray())];
        double[] whole = [.. swings.Select((_, t) => parts.Sum(part => part[t]))];
        ForecastOutcome[] outcomes = [
            .. ((double[][])[whole, .. parts]).Select(values => Forecaster.Run(new ForecastRequest(values, 6, model: ForecastMethods.Named("mean12"))))];
        var reconciled = ForecastReconciliation.Run(new ForecastTree([-1, .. parts.Select(_ => 0)]), outcomes).Cast<ForecastReport>().ToList();
        for (var i = 0; i < reconciled.Count; i++)
        {
            var (before, after) = (((ForecastReport)outcomes[i]).Bands[1], reconciled[i].Bands[1]);
            Assert.Equal(before.Upper[0] - before.Lower[0], after.Upper[0] - after.Lower[0], 0.02 * (before.Upper[0] - before.Lower[0]));
        }
    }

    [Fact]
    public void Guards_WrongInput_SayWhatIsWrong()
    {
        Assert.Contains("own ancestor", Assert.Throws<ArgumentException>(() => new ForecastTree([1, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("-1 for a root", Assert.Throws<ArgumentOutOfRangeException>(() => new ForecastTree([5])).Message, StringComparison.Ordinal);
        Assert.Contains("finite for a node without children",
            Assert.Throws<ArgumentOutOfRangeException>(() => MinimumTrace.Run(s_three, [1, 1, 1], [1, 1, double.PositiveInfinity], null, true)).Message,
            StringComparison.Ordinal);
        Assert.Contains("3 nodes", Assert.Throws<ArgumentException>(() => MinimumTrace.Run(s_three, [1], [1], null, true)).Message, StringComparison.Ordinal);
    }

    private const double ReferenceShrinkage = 0.61322682612127;

    private static double Incoherence(ForecastTree tree, double[] points)
    {
        var sums = new double[tree.Count];
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.Parents[i] >= 0)
                sums[tree.Parents[i]] += points[i];
        }

        return points.Select((value, i) => tree.IsLeaf[i] ? 0 : Math.Abs(value - sums[i])).Max();
    }

    private static (ForecastTree Tree, double[] Points, double[] Variances, ErrorCorrelation? Correlation) Random(int seed, bool correlate)
    {
        var random = new Random(seed);
        var parents = new List<int> { -1 };
        for (var i = 1; i < 14; i++)
            parents.Add(random.Next(Math.Min(i, 5)));
        var tree = new ForecastTree(parents);
        double[] points = [.. parents.Select(_ => 100 * random.NextDouble())], variances = [.. parents.Select(_ => 0.5 + 10 * random.NextDouble())];
        var common = Enumerable.Range(0, 8).Select(_ => random.NextDouble() - 0.5).ToArray();
        var errors = parents.Select(_ => common.Select(value => value + 0.5 * (random.NextDouble() - 0.5)).ToArray()).ToList();
        return (tree, points, variances, correlate ? new ErrorCorrelation(errors) : null);
    }

    private static double[,] Covariance(double[] variances, ErrorCorrelation? correlation)
    {
        var n = variances.Length;
        var covariance = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var r = i == j ? 1 : correlation is null ? 0
                    : (1 - correlation.Shrinkage) / correlation.Moments * correlation.Columns.Sum(column => column[i] * column[j]);
                covariance[i, j] = r * Math.Sqrt(variances[i] * variances[j]);
            }
        }

        return covariance;
    }

    /// <summary>ŷ − W·C'(C·W·C')⁻¹·C·ŷ and W − W·C'(C·W·C')⁻¹·C·W, one constraint after the other.</summary>
    private static (double[] Points, double[,] Covariance) Dense(ForecastTree tree, double[] forecasts, double[,] covariance)
    {
        var n = tree.Count;
        var points = (double[])forecasts.Clone();
        var w = (double[,])covariance.Clone();
        for (var parent = 0; parent < n; parent++)
        {
            if (tree.IsLeaf[parent])
                continue;
            double[] c = [.. Enumerable.Range(0, n).Select(i => i == parent ? 1.0 : tree.Parents[i] == parent ? -1 : 0)];
            double[] wc = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => w[i, j] * c[j]))];
            double size = Enumerable.Range(0, n).Sum(i => c[i] * wc[i]), gap = Enumerable.Range(0, n).Sum(i => c[i] * points[i]);
            for (var i = 0; i < n; i++)
            {
                points[i] -= wc[i] * gap / size;
                for (var j = 0; j < n; j++)
                    w[i, j] -= wc[i] * wc[j] / size;
            }
        }

        return (points, w);
    }
}
