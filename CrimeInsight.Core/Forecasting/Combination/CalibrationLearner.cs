using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Learns from a panel, band by band of volume: the weights that would have made the least scaled absolute error over the
/// rolling origins, and the conformal factors that would have made intervals cover what they say. Both are drawn towards
/// what is believed beforehand, the more so the fewer series a band has.
/// References: Vovk, Gammerman and Shafer (2005), Algorithmic Learning in a Random World; Xu and Xie (2023), Conformal
/// prediction for time series, doi:10.1109/TPAMI.2023.3272339 (rolling errors as scores).
/// </summary>
internal static class CalibrationLearner
{
    /// <summary>Series that weigh as much as the belief beforehand.</summary>
    private const double PriorSeries = 10;

    /// <summary>More rows than this say no more about a handful of weights.</summary>
    private const int MostRows = 200_000;

    /// <summary>Neighbouring steps whose scores are pooled, on either side.</summary>
    private const int PooledSteps = 1;

    public static ForecastCalibration Learn(IReadOnlyCollection<SeriesRun> runs)
    {
        var bands = ImmutableArray.CreateBuilder<BandCalibration>();
        for (var band = 0; band < VolumeBands.Starts.Length; band++)
        {
            var from = VolumeBands.Starts[band];
            var until = band + 1 < VolumeBands.Starts.Length ? VolumeBands.Starts[band + 1] : double.PositiveInfinity;
            bands.Add(Learn(from, [.. runs.Where(run => run.Volume >= from && run.Volume < until && run is { OriginCount: > 0, Members.Length: > 0 })], runs));
        }

        return new ForecastCalibration(bands.ToImmutable());
    }

    private static BandCalibration Learn(double from, SeriesRun[] runs, IReadOnlyCollection<SeriesRun> all)
    {
        var prior = VolumeBands.PriorWeights(from);
        var weights = runs.Length == 0 ? prior : Weights(runs, prior);
        var levels = all.SelectMany(run => run.Request.LevelsPercent).Distinct().Order();
        var share = runs.Length / (runs.Length + PriorSeries);
        var scores = runs.Length == 0 ? [] : Scores(runs, weights);
        var plain = PlainRules.Compare(runs, weights);
        return new BandCalibration(from, runs.Length, weights, [.. levels.Select(level => Factors(level, scores, share))])
        {
            Plain = plain,
            PlainLevels = plain is { IsRuleBetter: true } ? PlainLevels([.. runs.Select(run => PlainRules.Only(run, plain.Rule)).OfType<SeriesRun>()], plain.Rule, levels) : [],
        };
    }

    private static ImmutableArray<LevelFactors> PlainLevels(SeriesRun[] runs, string rule, IEnumerable<double> levels)
    {
        var scores = Scores(runs, [new MemberWeight(rule, 1)]);
        return [.. levels.Select(level => Factors(level, scores, runs.Length / (runs.Length + PriorSeries)))];
    }

    private static ImmutableArray<MemberWeight> Weights(SeriesRun[] runs, ImmutableArray<MemberWeight> prior)
    {
        string[] names = [.. runs.SelectMany(run => run.Members).Select(member => member.Name).Distinct().Order(StringComparer.Ordinal)];
        double[] believed = [.. names.Select(name => prior.FirstOrDefault(weight => weight.Method == name)?.Weight ?? 0)];
        var sum = believed.Sum();
        for (var i = 0; i < believed.Length; i++)
            believed[i] = sum > 0 ? believed[i] / sum : 1.0 / believed.Length;
        var learned = SimplexWeights.Solve(Errors(runs, names), believed);
        var share = runs.Length / (runs.Length + PriorSeries);
        return [.. names.Select((name, i) => new MemberWeight(name, share * learned[i] + (1 - share) * believed[i])).OrderByDescending(weight => weight.Weight)];
    }

    /// <summary>Errors over the series' scale, one per name, of series that have all members.</summary>
    private static float[] Errors(SeriesRun[] runs, string[] names)
    {
        var complete = runs.Where(run => names.All(name => run.Members.Any(member => member.Name == name))).ToArray();
        var rows = complete.Sum(run => (long)run.OriginCount * run.Request.Horizon);
        var stride = (int)Math.Max(1, rows / MostRows);
        var errors = new List<float>();
        var row = 0;
        foreach (var run in complete)
        {
            MemberRun[] members = [.. names.Select(name => run.Members.First(member => member.Name == name))];
            for (var origin = 0; origin < run.OriginCount; origin++)
            {
                var known = run.Origins.Start.Value + origin;
                var scale = SeasonalScale.Of(run.Request.Values.AsSpan()[..known], run.Request.SeasonLength);
                var steps = Math.Min(run.Request.Horizon, run.Request.Values.Length - known);
                for (var step = 0; step < steps && scale.IsUsable; step++)
                {
                    if (row++ % stride != 0)
                        continue;
                    foreach (var member in members)
                        errors.Add((float)((run.Request.Values[known + step] - member.Mean[origin][step]) / scale.Absolute));
                }
            }
        }

        return [.. errors];
    }

    /// <summary>Per step: (what came − mean) / deviation over all series and origins.</summary>
    private static List<double>[] Scores(SeriesRun[] runs, ImmutableArray<MemberWeight> weights)
    {
        var scores = new List<double>[runs.Max(run => run.Request.Horizon)];
        for (var step = 0; step < scores.Length; step++)
            scores[step] = [];
        var mean = new double[scores.Length];
        var deviations = new double[scores.Length];
        foreach (var run in runs)
        {
            var combination = new SeriesCombination(run, Combiner.Effective(run, weights));
            for (var origin = 0; origin < run.OriginCount; origin++)
            {
                var known = run.Origins.Start.Value + origin;
                var steps = Math.Min(run.Request.Horizon, run.Request.Values.Length - known);
                combination.Past(origin, mean.AsSpan(0, run.Request.Horizon), deviations.AsSpan(0, run.Request.Horizon));
                for (var step = 0; step < steps; step++)
                {
                    if (deviations[step] > 0)
                        scores[step].Add((run.Request.Values[known + step] - mean[step]) / deviations[step]);
                }
            }
        }

        return scores;
    }

    private static LevelFactors Factors(double level, List<double>[] scores, double share)
    {
        var believed = VolumeBands.PriorFactors(level);
        if (scores.Length == 0)
            return believed;
        var lower = new double[scores.Length];
        var upper = new double[scores.Length];
        double[] probabilities = [0.5 - level / 200, 0.5 + level / 200];
        Span<double> ends = stackalloc double[2];
        for (var step = 0; step < scores.Length; step++)
        {
            double[] pooled = [.. Enumerable.Range(step - PooledSteps, 2 * PooledSteps + 1).Where(near => near >= 0 && near < scores.Length).SelectMany(near => scores[near])];
            if (pooled.Length == 0)
            {
                (lower[step], upper[step]) = step == 0 ? (believed.Lower[0], believed.Upper[0]) : (lower[step - 1], upper[step - 1]);
                continue;
            }

            OrderStatistics.Quantiles(pooled, probabilities, ends);
            lower[step] = Math.Max(0, -share * ends[0] + (1 - share) * believed.Lower[0]);
            upper[step] = Math.Max(0, share * ends[1] + (1 - share) * believed.Upper[0]);
        }

        return new LevelFactors(level, [.. lower], [.. upper]);
    }
}
