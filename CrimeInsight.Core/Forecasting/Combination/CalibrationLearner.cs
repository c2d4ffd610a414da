using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Learns from a panel, band by band of volume, what to combine and how wide intervals must be. The models of single series
/// always share equally: weights between them that were best over the origins were worse afterwards. What is learned is how
/// much the mean of the last year and the model of the whole panel take: those shares that would have made the least scaled
/// absolute error over the rolling origins make two thirds, what is believed beforehand the rest, the more the fewer series a band has.
/// Reference: Bates and Granger (1969), The combination of forecasts, doi:10.1057/jors.1969.103.
/// </summary>
internal static class CalibrationLearner
{
    /// <summary>Series that weigh as much as the belief beforehand.</summary>
    private const double PriorSeries = 10;

    /// <summary>Share that what was seen can reach.</summary>
    private const double MostSeen = 2.0 / 3;

    /// <summary>More rows than this say no more about a handful of weights.</summary>
    private const int MostRows = 200_000;

    public static ForecastCalibration Learn(IReadOnlyCollection<SeriesRun> runs)
    {
        double[] levels = [.. runs.SelectMany(run => run.Request.LevelsPercent).Distinct().Order()];
        var byBand = runs.Where(run => run is { OriginCount: > 0, Members.Length: > 0 }).ToLookup(run => VolumeBands.IndexOf(run.Volume));
        ImmutableArray<MemberWeight>[] weights = [.. VolumeBands.Starts.Select((from, band) => Weights([.. byBand[band]], VolumeBands.PriorWeights(from)))];
        SeriesCombination[] combinations = [
            .. byBand.SelectMany(band => band.Select(run => new SeriesCombination(run, Combiner.Effective(run, weights[band.Key]))))];
        var intervals = new IntervalLearner(combinations, VolumeBands.IndexOf, VolumeBands.Starts.Length);
        return new ForecastCalibration([.. VolumeBands.Starts.Select((from, band) =>
        {
            var plain = PlainRules.Compare([.. byBand[band]], weights[band]);
            return new BandCalibration(from, byBand[band].Count(), weights[band], intervals.Factors(band, from, levels))
            {
                UsualMiss = intervals.UsualMiss(band) ?? VolumeBands.PriorMiss,
                Plain = plain,
                PlainLevels = plain is { IsRuleBetter: true } ? PlainLevels(byBand[band], plain.Rule, from, levels) : [],
            };
        })]);
    }

    private static ImmutableArray<LevelFactors> PlainLevels(IEnumerable<SeriesRun> runs, string rule, double from, double[] levels)
    {
        SeriesCombination[] plain = [.. runs.Select(run => PlainRules.Only(run, rule)).OfType<SeriesRun>().Select(run => new SeriesCombination(run, [1]))];
        return new IntervalLearner(plain, _ => 0, 1).Factors(0, from, levels);
    }

    private static ImmutableArray<MemberWeight> Weights(SeriesRun[] runs, ImmutableArray<MemberWeight> prior)
    {
        if (runs.Length == 0)
            return prior;
        string[] names = [.. runs.SelectMany(run => run.Members).Select(member => member.Name).Distinct().Order(StringComparer.Ordinal)];
        var alike = names.ToLookup(name => MethodChoice.ModelsOfOneSeries.Contains(name));
        string[][] groups = [[.. alike[true]], .. alike[false].Select(name => new[] { name })];
        groups = [.. groups.Where(group => group.Length > 0)];
        double[] believed = [.. groups.Select(group => prior.Where(weight => group.Contains(weight.Method)).Sum(weight => weight.Weight))];
        var sum = believed.Sum();
        for (var i = 0; i < believed.Length; i++)
            believed[i] = sum > 0 ? believed[i] / sum : 1.0 / believed.Length;
        var learned = SimplexWeights.Solve(Errors(runs, groups), believed);
        var share = MostSeen * runs.Length / (runs.Length + PriorSeries);
        return
        [
            .. groups
                .SelectMany((group, i) => group.Select(name => new MemberWeight(name, (share * learned[i] + (1 - share) * believed[i]) / group.Length)))
                .OrderByDescending(weight => weight.Weight),
        ];
    }

    /// <summary>Errors over the series' scale, one per group, of series that have all members.</summary>
    private static float[] Errors(SeriesRun[] runs, string[][] groups)
    {
        var complete = runs.Where(run => groups.All(group => group.All(name => run.Members.Any(member => member.Name == name)))).ToArray();
        var rows = complete.Sum(run => (long)run.OriginCount * run.Request.Horizon);
        var stride = (int)Math.Max(1, rows / MostRows);
        var errors = new List<float>();
        var row = 0;
        foreach (var run in complete)
        {
            MemberRun[][] members = [.. groups.Select(group => group.Select(name => run.Members.First(member => member.Name == name)).ToArray())];
            for (var origin = 0; origin < run.OriginCount; origin++)
            {
                var known = run.Origins.Start.Value + origin;
                var scale = SeasonalScale.Of(run.Came.AsSpan()[..known], run.Request.SeasonLength);
                var steps = Math.Min(run.Request.Horizon, run.Came.Length - known);
                for (var step = 0; step < steps && scale.IsUsable; step++)
                {
                    if (row++ % stride != 0)
                        continue;
                    foreach (var group in members)
                        errors.Add((float)((run.Came[known + step] - group.Average(member => member.Mean[origin][step])) / scale.Absolute));
                }
            }
        }

        return [.. errors];
    }
}
