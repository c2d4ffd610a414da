namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// The members of one series under the weights a panel taught, and how wide the series' own record asks its intervals to be.
/// Every origin is judged by what was known at it, so a track record says what would have been said.
/// </summary>
internal sealed class SeriesCombination
{
    /// <summary>Steps that weigh as much as the belief that a series misses as much as its band.</summary>
    private const double UsualTargets = 48;

    /// <summary>A miss of more standard errors counts as this many: one break must not set the width for years.</summary>
    private const double MostMiss = 5;

    /// <summary>Mean per step from which a series' own misses say something; those of smaller counts are chance.</summary>
    private const double LeastTellingVolume = 10;

    private readonly double[][] _mean;
    private readonly double[][] _deviations;

    /// <param name="weights">One per member, adding up to 1.</param>
    public SeriesCombination(SeriesRun run, double[] weights)
    {
        (Run, Weights) = (run, weights);
        (_mean, _deviations) = (new double[run.OriginCount][], new double[run.OriginCount][]);
        for (var origin = 0; origin < run.OriginCount; origin++)
        {
            (_mean[origin], _deviations[origin]) = (new double[run.Request.Horizon], new double[run.Request.Horizon]);
            Combiner.Past(run, weights, origin, _mean[origin], _deviations[origin]);
        }
    }

    public SeriesRun Run { get; }

    public double[] Weights { get; }

    /// <summary>What the combination said at an origin.</summary>
    public ReadOnlySpan<double> Mean(int origin) => _mean[origin];

    /// <summary>Standard errors of what it said at an origin.</summary>
    public ReadOnlySpan<double> Deviations(int origin) => _deviations[origin];

    /// <summary>What the combination says now.</summary>
    public void Final(Span<double> mean, Span<double> deviations) => Combiner.Final(Run, Weights, mean, deviations);

    /// <summary>(what came − mean) / deviation, per step whose value is known; null where the deviation is zero.</summary>
    public double? Score(int origin, int step)
    {
        var at = Run.Origins.Start.Value + origin + step;
        return at < Run.Came.Length && _deviations[origin][step] > 0 ? (Run.Came[at] - _mean[origin][step]) / _deviations[origin][step] : null;
    }

    /// <summary>
    /// By how much the series' deviations are too small, compared with its band: (Σ mᵗ/u + 48) / (T + 48) over the T steps that
    /// have come since the first origin, mᵗ the mean |score| of a step over the origins that foresaw it and u the band's.
    /// </summary>
    /// <param name="usualMiss">Mean |score| of the band of a volume; 0: the series' own record is not asked.</param>
    /// <returns>One per origin, and one for now.</returns>
    public double[] OwnWidths(Func<double, double> usualMiss)
    {
        var widths = new double[Run.OriginCount + 1];
        var (sum, targets, next, start) = (0.0, 0, 0, Run.Origins.Start.Value);
        double[] usual = [.. Enumerable.Range(start, Run.OriginCount).Select(known => usualMiss(Run.VolumeAt(known)))];
        for (var origin = 0; origin < widths.Length; origin++)
        {
            var known = origin < Run.OriginCount ? start + origin : Run.Came.Length;
            for (; Run.OriginCount > 0 && start + next < known; next++)
            {
                if (Miss(next, usual) is not { } miss)
                    continue;
                sum += miss;
                targets++;
            }

            widths[origin] = Run.VolumeAt(known) < LeastTellingVolume ? 1 : (sum + UsualTargets) / (targets + UsualTargets);
        }

        return widths;
    }

    private double? Miss(int target, double[] usual)
    {
        var (sum, count) = (0.0, 0);
        for (var origin = Math.Max(0, target - Run.Request.Horizon + 1); origin <= Math.Min(target, Run.OriginCount - 1); origin++)
        {
            if (Score(origin, target - origin) is not { } score || usual[origin] <= 0)
                continue;
            sum += Math.Min(Math.Abs(score), MostMiss) / usual[origin];
            count++;
        }

        return count > 0 ? sum / count : null;
    }
}
