using System.Collections.Immutable;
using System.Diagnostics;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Fits one form to series of one season length. Several starts guard against local optima; a start from an earlier
/// fit may be added. Holds working space: not for use by two threads at once.
/// </summary>
internal sealed class EtsFitter
{
    private static readonly LeastSquaresLimits s_scout = EtsOptimizer.Limits(12, 1e-2);
    private static readonly LeastSquaresLimits s_thorough = EtsOptimizer.Limits(80, 1e-7);

    private readonly EtsLayout _layout;
    private readonly EtsOptimizer _optimizer;
    private readonly double[] _point;

    public EtsFitter(EtsForm form, int seasonLength)
    {
        _layout = new EtsLayout(form, seasonLength);
        _optimizer = new EtsOptimizer(_layout);
        _point = new double[_layout.Count];
    }

    public EtsForm Form => _layout.Form;

    /// <summary>True when the series has enough values, of the right sign, for this form.</summary>
    public bool CanFit(ReadOnlySpan<double> series)
    {
        if (series.Length < 2 * _layout.SeasonLength || series.Length <= Form.ParameterCount(_layout.SeasonLength) + 2)
            return false;
        if (!Form.NeedsPositiveValues)
            return true;
        foreach (var value in series)
        {
            if (value <= 0)
                return false;
        }

        return true;
    }

    /// <summary>Fits from every start and keeps the best; null when no start is feasible.</summary>
    /// <param name="earlier">An optimum of a nearly equal series, tried too; empty: none.</param>
    public EtsFit? Fit(ReadOnlySpan<double> series, ReadOnlySpan<double> earlier)
    {
        Debug.Assert(CanFit(series));
        var best = new double[_layout.Count];
        var least = double.PositiveInfinity;
        for (var start = 0; start < EtsStart.Smoothing.Count; start++)
        {
            EtsStart.Fill(_layout, series, start, _point);
            var reached = _optimizer.Minimise(_point, series, s_scout);
            if (reached.Exit == LeastSquaresExit.Undefined)
            {
                EtsStart.Flatten(_layout, series, _point);
                reached = _optimizer.Minimise(_point, series, s_scout);
            }

            Keep(reached.Value, best, ref least);
        }

        if (!earlier.IsEmpty)
        {
            earlier.CopyTo(_point);
            Keep(_optimizer.Minimise(_point, series, s_scout).Value, best, ref least);
        }

        if (double.IsInfinity(least))
            return null;
        _optimizer.Minimise(best, series, s_thorough);
        return Measure(series, best);
    }

    /// <summary>A quick fit from one start, or from an earlier optimum: near enough to see which forms are worth more.</summary>
    public EtsFit? Scout(ReadOnlySpan<double> series, ReadOnlySpan<double> earlier)
    {
        Debug.Assert(CanFit(series));
        if (earlier.IsEmpty)
            EtsStart.Fill(_layout, series, 0, _point);
        else
            earlier.CopyTo(_point);
        if (_optimizer.Minimise(_point, series, s_scout).Exit == LeastSquaresExit.Undefined)
        {
            EtsStart.Flatten(_layout, series, _point);
            if (_optimizer.Minimise(_point, series, s_scout).Exit == LeastSquaresExit.Undefined)
                return null;
        }

        return Measure(series, [.. _point]);
    }

    /// <summary>An earlier optimum as it stands on another series; fits from every start when it is not feasible.</summary>
    public EtsFit? Apply(ReadOnlySpan<double> series, double[] earlier) =>
        double.IsInfinity(_optimizer.Deviance(earlier, series, EtsLikelihood.FloorOf(Form, series))) ? Fit(series, []) : Measure(series, earlier);

    private void Keep(double deviance, double[] best, ref double least)
    {
        if (!(deviance < least))
            return;
        least = deviance;
        _point.CopyTo(best, 0);
    }

    private EtsFit Measure(ReadOnlySpan<double> series, double[] point)
    {
        var initial = _layout.ToStates(point);
        var season = new double[_layout.SeasonLength];
        var deviance = EtsLikelihood.Deviance(_layout, point, series, EtsLikelihood.FloorOf(Form, series), season, out var final);
        var count = Form.ParameterCount(_layout.SeasonLength);
        return new EtsFit(
            Form,
            point,
            initial,
            initial with { Level = final.Level, Trend = final.Trend, Season = season },
            -deviance / 2,
            final.SquaredErrors / (series.Length - count),
            count + 1,
            series.Length);
    }
}
