using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class BoxedLeastSquaresTests
{
    private static readonly LeastSquaresLimits s_limits = new(200, 1e-12);

    /// <summary>Rosenbrock's valley, r = (10(y − x²), 1 − x): least 0 at (1, 1).</summary>
    [Fact]
    public void Minimise_RosenbrockInsideTheBox_FindsTheValleysEnd()
    {
        double[] point = [-1.2, 1];
        var result = Minimise(new Rosenbrock(10), point, s_limits);
        Assert.Equal(1, point[0], 1e-6);
        Assert.Equal(1, point[1], 1e-6);
        Assert.Equal(0, result.Value, 1e-12);
        Assert.NotEqual(LeastSquaresExit.OutOfSteps, result.Exit);
    }

    /// <summary>With x ≤ ½ the least is at the bound: x = ½, y = ¼, value ¼.</summary>
    [Fact]
    public void Minimise_LeastOutsideTheBox_EndsAtTheBound()
    {
        double[] point = [-1.2, 1];
        var result = Minimise(new Rosenbrock(0.5), point, s_limits);
        Assert.Equal(0.5, point[0]);
        Assert.Equal(0.25, point[1], 1e-6);
        Assert.Equal(0.25, result.Value, 1e-9);
    }

    [Fact]
    public void Minimise_EveryEnd_IsTold()
    {
        Assert.Equal(LeastSquaresExit.OutOfSteps, Minimise(new Rosenbrock(10), [-1.2, 1], new(2, 1e-12)).Exit);
        Assert.Equal(LeastSquaresExit.Converged, Minimise(new Rosenbrock(0.5), [-1.2, 1], new(200, 0.5)).Exit);
        Assert.Equal(LeastSquaresExit.NothingBetter, Minimise(new Rosenbrock(0.5), [0.5, 0.25], s_limits).Exit);
        Assert.Equal(new LeastSquaresResult(0, 0, LeastSquaresExit.Exact), Minimise(new Rosenbrock(10), [1, 1], s_limits));
        Assert.Equal(new LeastSquaresResult(double.PositiveInfinity, 0, LeastSquaresExit.Undefined), Minimise(new Rosenbrock(10), [-5, 1], s_limits));
    }

    [Fact]
    public void Minimise_AnyLimits_NeverMakesThePointWorse()
    {
        foreach (var steps in Enumerable.Range(0, 12))
        {
            double[] point = [-1.2, 1];
            var result = Minimise(new Rosenbrock(10), point, new(steps, 1e-12));
            Assert.InRange(result.Value, 0, 24.2);
            Assert.InRange(result.Steps, 0, steps);
            Assert.Equal(result.Value, Math.Pow(10 * (point[1] - point[0] * point[0]), 2) + Math.Pow(1 - point[0], 2), 1e-9);
        }
    }

    private static LeastSquaresResult Minimise(Rosenbrock valley, double[] point, LeastSquaresLimits limits) =>
        new BoxedLeastSquares().Minimise(new ResidualSquares<Rosenbrock>(valley), point, limits);

    /// <summary>Not defined left of −3.</summary>
    private sealed class Rosenbrock(double mostX) : IResiduals
    {
        public int Dimension => 2;

        public int Count => 2;

        public double LowerOf(int coordinate) => -10;

        public double UpperOf(int coordinate) => coordinate == 0 ? mostX : 10;

        public bool TryEvaluate(ReadOnlySpan<double> point, Span<double> residuals)
        {
            (residuals[0], residuals[1]) = (10 * (point[1] - point[0] * point[0]), 1 - point[0]);
            return point[0] >= -3;
        }
    }
}
