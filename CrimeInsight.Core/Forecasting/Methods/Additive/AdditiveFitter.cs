using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>
/// Most probable parameters of the additive model under Prophet's priors: k, m ~ N(0, 5²), δ ~ Laplace(0, 0.05),
/// β ~ N(0, 10²), σ ~ N⁺(0, 0.5²); festivals have N(0, 0.25²) instead, because monthly data know little of them. For a given σ the problem is a least squares
/// with ridge terms and an absolute penalty
/// on δ: the ridge part is eliminated by Cholesky and δ found exactly (<see cref="SparseChanges"/>); σ then has a closed
/// form, and both alternate. The multiplicative model is solved by Gauss–Newton steps of the same kind, halved until the
/// objective falls. O(iterations·n·p²), p about 50.
/// References: Taylor and Letham (2018), Forecasting at scale, doi:10.1080/00031305.2017.1380080.
/// </summary>
internal sealed class AdditiveFitter
{
    private const double TrendPrecision = 1 / 25.0;
    private const double SeasonPrecision = 1 / 100.0;
    private const double FestivalPrecision = 1 / (0.25 * 0.25);
    private const double ChangeScale = 0.05;
    private const double SigmaPrecision = 4;
    private const double LeastSigma = 1e-4;
    private const double Ridge = 1e-12;
    private const int MostIterations = 200;
    private const int MostHalvings = 12;
    private const double Tolerance = 1e-11;

    private readonly double[] _values;
    private readonly AdditiveDesign _design;
    private readonly AdditiveForm _form;
    private readonly int _smooth;
    private readonly int _changes;
    private readonly double[][] _basis;
    private readonly double[][] _jacobian;
    private double[] _parameters;

    /// <param name="values">In units of their largest absolute value.</param>
    public AdditiveFitter(double[] values, AdditiveDesign design, AdditiveForm form)
    {
        (_values, _design, _form) = (values, design, form);
        var trend = form.IsFlat ? 1 : 2;
        _smooth = trend + design.Columns.Length;
        _changes = form.IsFlat ? 0 : design.ChangePoints.Length;
        _basis = Basis(trend);
        _jacobian = [.. _basis.Select(column => (double[])column.Clone())];
        _parameters = Start();
    }

    public AdditiveFit Fit()
    {
        var residuals = Residuals(_parameters);
        var sigma = SigmaOf(residuals);
        var objective = Objective(residuals, sigma, _parameters);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var before = objective;
            residuals = Step(residuals, sigma);
            sigma = SigmaOf(residuals);
            objective = Objective(residuals, sigma, _parameters);
            if (before - objective <= Tolerance * Math.Max(1, Math.Abs(objective)))
                break;
        }

        var trend = _form.IsFlat ? 1 : 2;
        return new AdditiveFit(_form, _form.IsFlat ? 0
            : _parameters[1], _parameters[0], _parameters[_smooth..], _parameters[trend.._smooth], sigma, -objective);
    }

    /// <summary>Log posterior of given parameters of this form.</summary>
    public double LogPosteriorOf(AdditiveFit fit)
    {
        double[] parameters = _form.IsFlat ? [fit.Level, .. fit.Effects] : [fit.Level, fit.Slope, .. fit.Effects, .. fit.Changes];
        return -Objective(Residuals(parameters), fit.Sigma, parameters);
    }

    /// <summary>Columns that parameters multiply when effects are added: level, slope, regressors, changes.</summary>
    private double[][] Basis(int trend)
    {
        var n = _values.Length;
        var basis = new List<double[]> { Enumerable.Repeat(1.0, n).ToArray() };
        if (trend > 1)
            basis.Add(_design.Times[..n]);
        basis.AddRange(_design.Columns.Select(column => column[..n]));
        for (var j = 0; j < _changes; j++)
            basis.Add([.. _design.Times[..n].Select(time => Math.Max(0, time - _design.ChangePoints[j]))]);
        return [.. basis];
    }

    private double[] Start()
    {
        var start = new double[_smooth + _changes];
        if (_form.IsFlat)
            start[0] = _values.Average();
        else
            (start[0], start[1]) = (_values[0], _values[^1] - _values[0]);
        return start;
    }

    private double[] Residuals(double[] parameters)
    {
        var residuals = new double[_values.Length];
        for (var t = 0; t < residuals.Length; t++)
        {
            var (trend, effects) = At(t, parameters);
            residuals[t] = _values[t] - (_form.IsMultiplicative ? trend * (1 + effects) : trend + effects);
        }

        return residuals;
    }

    private (double Trend, double Effects) At(int t, double[] parameters)
    {
        var first = _form.IsFlat ? 1 : 2;
        double trend = 0, effects = 0;
        for (var j = 0; j < parameters.Length; j++)
        {
            var part = parameters[j] * _basis[j][t];
            if (j >= first && j < _smooth)
                effects += part;
            else
                trend += part;
        }

        return (trend, effects);
    }

    /// <summary>Root of 4σ⁴ + nσ² = Σr², where the posterior is flat in σ.</summary>
    private static double SigmaOf(double[] residuals)
    {
        var n = residuals.Length;
        var squares = residuals.Sum(residual => residual * residual);
        return Math.Max(LeastSigma, Math.Sqrt((Math.Sqrt(n * n + 4 * SigmaPrecision * squares) - n) / (2 * SigmaPrecision)));
    }

    private double Objective(double[] residuals, double sigma, double[] parameters)
    {
        var value = residuals.Length * Math.Log(sigma) + SigmaPrecision * sigma * sigma / 2;
        foreach (var residual in residuals)
            value += residual * residual / (2 * sigma * sigma);
        for (var j = 0; j < parameters.Length; j++)
            value += j < _smooth ? Precision(j) * parameters[j] * parameters[j] / 2 : Math.Abs(parameters[j]) / ChangeScale;
        return value;
    }

    private double Precision(int j)
    {
        var first = _form.IsFlat ? 1 : 2;
        return j < first ? TrendPrecision : j < first + _design.SeasonCount ? SeasonPrecision : FestivalPrecision;
    }

    /// <summary>Moves the parameters towards the minimum of the linearised problem, as far as the objective falls.</summary>
    private double[] Step(double[] residuals, double sigma)
    {
        var from = _parameters;
        var target = Solve(residuals, sigma);
        if (!_form.IsMultiplicative)
            return Residuals(_parameters = target);
        var before = Objective(residuals, sigma, from);
        for (double halving = 0, share = 1; halving < MostHalvings; halving++, share /= 2)
        {
            double[] candidate = [.. from.Select((value, j) => value + share * (target[j] - value))];
            var left = Residuals(candidate);
            if (Objective(left, sigma, candidate) < before)
            {
                _parameters = candidate;
                return left;
            }
        }

        return residuals;
    }

    private double[] Solve(double[] residuals, double sigma)
    {
        var goal = Linearise(residuals);
        var variance = sigma * sigma;
        var factor = new LowerFactor(_smooth);
        for (var i = 0; i < _smooth; i++)
        {
            for (var j = 0; j <= i; j++)
                factor[i, j] = Dot(_jacobian[i], _jacobian[j]);
            factor[i, i] += variance * Precision(i);
        }

        factor.TryFactor();
        var smooth = new double[_smooth];
        for (var j = 0; j < _smooth; j++)
            smooth[j] = Dot(_jacobian[j], goal);
        factor.SolveLower(smooth);
        var changes = Changes(factor, smooth, goal, variance, out var shadows);
        for (var c = 0; c < _changes; c++)
        {
            for (var j = 0; j < _smooth && changes[c] != 0; j++)
                smooth[j] -= changes[c] * shadows[c][j];
        }

        factor.SolveUpper(smooth);
        return [.. smooth, .. changes];
    }

    /// <summary>The columns at the present parameters, and what they are to explain.</summary>
    private double[] Linearise(double[] residuals)
    {
        var goal = (double[])_values.Clone();
        if (!_form.IsMultiplicative)
            return goal;
        var first = _form.IsFlat ? 1 : 2;
        for (var t = 0; t < goal.Length; t++)
        {
            var (trend, effects) = At(t, _parameters);
            for (var j = 0; j < _jacobian.Length; j++)
                _jacobian[j][t] = _basis[j][t] * (j >= first && j < _smooth ? trend : 1 + effects);
            goal[t] = residuals[t] + trend * (1 + effects) + trend * effects;
        }

        return goal;
    }

    private double[] Changes(LowerFactor factor, double[] smooth, double[] goal, double variance, out double[][] shadows)
    {
        shadows = new double[_changes][];
        double[][] a = new double[_changes][];
        var b = new double[_changes];
        for (var c = 0; c < _changes; c++)
        {
            var column = _jacobian[_smooth + c];
            shadows[c] = new double[_smooth];
            for (var j = 0; j < _smooth; j++)
                shadows[c][j] = Dot(_jacobian[j], column);
            factor.SolveLower(shadows[c]);
            a[c] = new double[_changes];
            for (var d = 0; d <= c; d++)
                a[c][d] = a[d][c] = Dot(column, _jacobian[_smooth + d]) - Dot(shadows[c], shadows[d]);
            a[c][c] += Ridge * Dot(column, column);
            b[c] = Dot(column, goal) - Dot(shadows[c], smooth);
        }

        return _changes == 0 ? [] : new SparseChanges(a, b, variance / ChangeScale).Minimise(_parameters.AsSpan(_smooth));
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => System.Numerics.Tensors.TensorPrimitives.Dot(a, b);
}
