using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Means and deviations of a weighted combination.</summary>
internal static class Combiner
{
    /// <summary>Mean per step from which the spread seen is taken as it is.</summary>
    private const double LeastSpreadOfItsOwn = 10;

    /// <summary>The weights of those members a series has, adding up to 1; equal when none of them has weight.</summary>
    public static double[] Effective(SeriesRun run, ImmutableArray<MemberWeight> weights)
    {
        var own = new double[run.Members.Length];
        for (var i = 0; i < own.Length; i++)
            own[i] = weights.FirstOrDefault(weight => weight.Method == run.Members[i].Name)?.Weight ?? 0;
        var sum = own.Sum();
        for (var i = 0; i < own.Length; i++)
            own[i] = sum > 0 ? own[i] / sum : 1.0 / own.Length;
        return own;
    }

    /// <summary>What the combination said at an origin.</summary>
    public static void Past(SeriesRun run, double[] weights, int origin, Span<double> mean, Span<double> deviations)
    {
        mean.Clear();
        deviations.Clear();
        for (var i = 0; i < weights.Length; i++)
        {
            var member = run.Members[i];
            for (var step = 0; step < mean.Length; step++)
            {
                mean[step] += weights[i] * member.Mean[origin][step];
                deviations[step] += weights[i] * member.Deviations[origin][step];
            }
        }

        Widen(run, run.Origins.Start.Value + origin, mean, deviations);
    }

    /// <summary>What the combination says now.</summary>
    public static void Final(SeriesRun run, double[] weights, Span<double> mean, Span<double> deviations)
    {
        mean.Clear();
        deviations.Clear();
        for (var i = 0; i < weights.Length; i++)
        {
            var member = run.Members[i];
            for (var step = 0; step < mean.Length; step++)
            {
                mean[step] += weights[i] * member.FinalMean[step];
                deviations[step] += weights[i] * member.FinalDeviations[step];
            }
        }

        Widen(run, run.Request.Values.Length, mean, deviations);
    }

    /// <summary>
    /// A small count varies at least like a Poisson variable, and a series that was all zero may still see its first case:
    /// its mean is then no surer than one case in the history known. Larger counts show their spread themselves.
    /// </summary>
    private static void Widen(SeriesRun run, int historyLength, ReadOnlySpan<double> mean, Span<double> deviations)
    {
        if (!run.Request.AreCounts || run.Volume >= LeastSpreadOfItsOwn)
            return;
        var least = 1.0 / historyLength;
        for (var step = 0; step < mean.Length; step++)
            deviations[step] = Math.Max(deviations[step], Math.Sqrt(Math.Max(mean[step], least)));
    }
}
