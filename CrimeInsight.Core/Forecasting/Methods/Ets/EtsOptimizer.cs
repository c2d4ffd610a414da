using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Maximises the likelihood of one form within its box; points out of the admissible region, or with expectations that are not
/// positive, are not defined. Holds working space: not for use by two threads at once.
/// </summary>
internal sealed class EtsOptimizer(EtsLayout layout)
{
    private readonly BoxedLeastSquares _optimizer = new();
    private readonly EtsDerivatives _derivatives = new(layout);
    private readonly double[] _season = new double[layout.SeasonLength];
    private readonly double[] _scratch = new double[2 * (layout.SeasonLength + 2)];

    /// <summary>Limits of a search that ends when a step gains less than a tolerance of deviance.</summary>
    public static LeastSquaresLimits Limits(int mostSteps, double tolerance) =>
        new(mostSteps, tolerance) { IsLogarithm = true, MostDamping = 1e12, LeastDamping = 1e-12 };

    /// <summary>Deviance at a point; infinite when infeasible.</summary>
    public double Deviance(ReadOnlySpan<double> point, ReadOnlySpan<double> series, double floor)
    {
        if (layout.Season >= 0 && !IsAdmissible(point))
            return EtsLikelihood.Infeasible;
        return EtsLikelihood.Deviance(layout, point, series, floor, _season, out _);
    }

    /// <summary>Improves a point in place; the value is its deviance.</summary>
    public LeastSquaresResult Minimise(Span<double> point, ReadOnlySpan<double> series, LeastSquaresLimits limits) =>
        _optimizer.Minimise(new Problem(this, series), point, limits);

    private bool IsAdmissible(ReadOnlySpan<double> point)
    {
        var phi = layout.Trend < 0 ? 1 : layout.PhiOf(point);
        return EtsBounds.IsAdmissible(point[0], layout.BetaOf(point), layout.GammaOf(point), phi, layout.SeasonLength, _scratch);
    }

    /// <summary>The deviance of one series, with exact derivatives.</summary>
    private readonly ref struct Problem : IBoxedProblem
    {
        private readonly EtsOptimizer _owner;
        private readonly EtsLayout _layout;
        private readonly EtsDerivatives _derivatives;
        private readonly ReadOnlySpan<double> _series;
        private readonly double _floor;

        public Problem(EtsOptimizer owner, ReadOnlySpan<double> series)
        {
            (_owner, _derivatives) = (owner, owner._derivatives);
            _layout = _derivatives.Layout;
            _series = series;
            _floor = EtsLikelihood.FloorOf(_layout.Form, series);
        }

        public int Dimension => _layout.Count;

        public double LowerOf(int coordinate) => _layout.LowerOf(coordinate);

        public double UpperOf(int coordinate) => _layout.UpperOf(coordinate);

        public double At(ReadOnlySpan<double> point) => _owner.Deviance(point, _series, _floor);

        public void Differentiate(Span<double> point) => _derivatives.Evaluate(point, _series);

        public double GradientOf(int coordinate) => _derivatives.Gradient[coordinate];

        // Only the upper triangle is filled.
        public double MatrixOf(int row, int column) => _derivatives.Matrix[column * _layout.Width + row];
    }
}
