using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>What the nodes of a tree said one step ahead at origins they have in common, and what came.</summary>
internal sealed class CommonPast
{
    private const int FewestMoments = 6;

    private readonly double[][] _said;
    private readonly double[][] _errors;

    private CommonPast(double[][] said, double[][] errors) => (_said, _errors) = (said, errors);

    /// <summary>Null when there are too few common origins.</summary>
    public static CommonPast? Of(IReadOnlyList<ForecastOutcome> outcomes)
    {
        HashSet<int>? common = null;
        foreach (var report in outcomes.OfType<ForecastReport>())
        {
            var known = report.Past.Select(past => past.HistoryLength).Where(length => length < report.Request.Values.Length);
            if (common is null)
                common = [.. known];
            else
                common.IntersectWith(known);
        }

        if (common is null || common.Count < FewestMoments)
            return null;
        int[] origins = [.. common.Order()];
        var (said, errors) = (new double[outcomes.Count][], new double[outcomes.Count][]);
        for (var i = 0; i < outcomes.Count; i++)
        {
            (said[i], errors[i]) = (new double[origins.Length], new double[origins.Length]);
            if (outcomes[i] is not ForecastReport report)
                continue;
            var at = report.Past.ToDictionary(past => past.HistoryLength, past => past.Mean[0]);
            for (var k = 0; k < origins.Length; k++)
            {
                said[i][k] = at[origins[k]];
                errors[i][k] = report.Request.Values[origins[k]] - said[i][k];
            }
        }

        return new CommonPast(said, errors);
    }

    public ErrorCorrelation Correlation => new(_errors);

    /// <summary>
    /// Per node, how far reconciling would have narrowed its errors at the origins: root mean square after over before,
    /// 1 where it would not. What MinT promises from a correlation of few errors is believed only as far as this.
    /// </summary>
    public double[] Narrowing(ForecastTree tree, double[] variances, ErrorCorrelation correlation, bool areCounts)
    {
        var (before, after) = (new double[tree.Count], new double[tree.Count]);
        for (var k = 0; k < _said[0].Length; k++)
        {
            double[] said = [.. _said.Select(one => one[k])];
            var points = MinimumTrace.Run(tree, said, variances, correlation, areCounts).Points;
            for (var i = 0; i < tree.Count; i++)
            {
                var error = _errors[i][k];
                before[i] += error * error;
                error += said[i] - points[i];
                after[i] += error * error;
            }
        }

        return [.. before.Select((sum, i) => sum > 0 ? Math.Min(1, Math.Sqrt(after[i] / sum)) : 1)];
    }
}
