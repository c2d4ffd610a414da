namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// The members of one series under the weights a panel taught, bent towards those that have missed this series less: each
/// weight is multiplied by (a / aᵢ)⁴, aᵢ a member's mean absolute error so far and a the best one's, both after
/// <see cref="UsualTargets"/> more steps on which all missed as much as the best. Every origin is combined by what was
/// known at it, so a track record says what would have been said.
/// Reference: Bates and Granger (1969), The combination of forecasts, doi:10.1057/jors.1969.103 (weights by past errors).
/// </summary>
internal sealed class SeriesCombination
{
    private const double Sharpness = 4;

    /// <summary>Steps that weigh as much as the belief that all members are equally good.</summary>
    private const double UsualTargets = 12;

    /// <summary>Share of the weight that a panel cannot take from any member: a series may be unlike all others.</summary>
    private const double OpenShare = 0.05;

    private readonly SeriesRun _run;
    private readonly double[] _panel;
    private readonly double[][] _weights;

    /// <param name="panel">One weight per member, adding up to 1.</param>
    public SeriesCombination(SeriesRun run, double[] panel)
    {
        (_run, _panel) = (run, panel);
        _weights = new double[run.OriginCount + 1][];
        var errors = new double[panel.Length];
        var targets = 0;
        for (var origin = 0; origin < _weights.Length; origin++)
        {
            var known = origin < run.OriginCount ? run.Origins.Start.Value + origin : run.Request.Values.Length;
            for (; run.Origins.Start.Value + targets < known && run.OriginCount > 0; targets++)
                AddErrors(targets, errors);
            _weights[origin] = targets == 0 ? panel : Bend(errors, targets);
        }
    }

    /// <summary>Weights of the forecast made now.</summary>
    public double[] Weights => _weights[^1];

    /// <summary>What the combination said at an origin.</summary>
    public void Past(int origin, Span<double> mean, Span<double> deviations) => Combiner.Past(_run, _weights[origin], origin, mean, deviations);

    /// <summary>What the combination says now.</summary>
    public void Final(Span<double> mean, Span<double> deviations) => Combiner.Final(_run, Weights, mean, deviations);

    /// <summary>Adds the members' errors at a step after the first origin, each the mean over the origins that foresaw it.</summary>
    private void AddErrors(int target, double[] errors)
    {
        var value = _run.Request.Values[_run.Origins.Start.Value + target];
        var first = Math.Max(0, target - _run.Request.Horizon + 1);
        var last = Math.Min(target, _run.OriginCount - 1);
        for (var i = 0; i < errors.Length; i++)
        {
            var mean = _run.Members[i].Mean;
            for (var origin = first; origin <= last; origin++)
                errors[i] += Math.Abs(value - mean[origin][target - origin]) / (last - first + 1);
        }
    }

    private double[] Bend(double[] errors, int targets)
    {
        var best = errors.Min() / targets;
        // A member that never missed: the series is too simple to tell members apart by.
        if (!(best > 0))
            return _panel;
        var weights = new double[errors.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var shrunk = (errors[i] + UsualTargets * best) / (targets + UsualTargets);
            weights[i] = ((1 - OpenShare) * _panel[i] + OpenShare / weights.Length) * Math.Pow(best / shrunk, Sharpness);
        }

        var sum = weights.Sum();
        for (var i = 0; i < weights.Length; i++)
            weights[i] /= sum;
        return weights;
    }
}
