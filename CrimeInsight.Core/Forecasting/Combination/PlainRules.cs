using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Compares a band's combination with the plain rules, and stands a plain rule in its place where that was better.</summary>
internal static class PlainRules
{
    /// <summary>Fewer series say nothing of a band.</summary>
    private const int LeastSeries = 5;

    /// <summary>
    /// The combination against the plain rule that did best over the series; null when there are too few, or when the
    /// combination is a plain rule itself: of the sparsest series a lucky rule (none came last month, none will) must not replace it.
    /// </summary>
    public static PlainComparison? Compare(IReadOnlyCollection<SeriesRun> runs, ImmutableArray<MemberWeight> weights)
    {
        if (weights is [var only] && runs.Any(run => run.Rules.Any(rule => rule.Name == only.Method)))
            return null;
        var differences = new Dictionary<string, List<double>>();
        foreach (var run in runs.Where(run => !run.Rules.IsEmpty))
        {
            var own = ErrorOf(run, weights);
            foreach (var rule in run.Rules)
            {
                if (!differences.TryGetValue(rule.Name, out var known))
                    differences.Add(rule.Name, known = []);
                var error = run.Records.First(record => record.Method == rule.Name).ComparedError;
                known.Add(own + error > 0 ? (own - error) / (own + error) : 0);
            }
        }

        return differences
            .Where(pair => pair.Value.Count >= LeastSeries)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new PlainComparison(pair.Key, pair.Value.Count, pair.Value.Average(), ErrorOfMean(pair.Value)))
            .MaxBy(comparison => comparison.Difference);
    }

    /// <summary>The run with the rule as its only member; null when the rule did not work on the series.</summary>
    public static SeriesRun? Only(SeriesRun run, string rule) =>
        run.Rules.FirstOrDefault(known => known.Name == rule) is { } found ? run with { Members = [found] } : null;

    /// <summary>True when nothing but one plain rule is combined.</summary>
    public static bool IsPlain(SeriesRun run) => run.Members is [var only] && run.Rules.Any(rule => rule.Name == only.Name);

    private static double ErrorOf(SeriesRun run, ImmutableArray<MemberWeight> weights)
    {
        var combination = new SeriesCombination(run, Combiner.Effective(run, weights));
        var score = new MethodScore([]);
        for (var origin = 0; origin < run.OriginCount; origin++)
        {
            var known = run.Origins.Start.Value + origin;
            var said = new MethodForecast(null, [], combination.Mean(origin).ToArray(), combination.Deviations(origin).ToArray(), [], []);
            if (run.Request.AreCounts)
                said.CutAtZero();
            score.Add(said, run.Request.Values.AsSpan()[known..], SeasonalScale.Of(run.Request.Values.AsSpan()[..known], run.Request.SeasonLength));
        }

        return score.ToRecord(ForecastModel.AutoName, isBaseline: false).ComparedError;
    }

    private static double ErrorOfMean(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
    }
}
