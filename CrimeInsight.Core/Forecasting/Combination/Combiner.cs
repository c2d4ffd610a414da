using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Means and deviations of a weighted combination.</summary>
internal static class Combiner
{
    /// <summary>Mean per step from which the spread seen is taken as it is.</summary>
    private const double LeastSpreadOfItsOwn = 10;

    /// <summary>Deviations below this share of the mean are rounding.</summary>
    private const double NoSpread = 1e-9;

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
        var spreads = Spreads(run);
        for (var i = 0; i < weights.Length; i++)
        {
            var member = run.Members[i];
            for (var step = 0; step < mean.Length; step++)
            {
                mean[step] += weights[i] * member.Mean[origin][step];
                deviations[step] += spreads[i] * member.Deviations[origin][step];
            }
        }

        for (var step = 0; step < mean.Length; step++)
        {
            var apart = 0.0;
            for (var i = 0; i < weights.Length; i++)
                apart += weights[i] * Square(run.Members[i].Mean[origin][step] - mean[step]);
            deviations[step] = Math.Sqrt(Square(deviations[step]) + apart);
        }

        Widen(run, run.Origins.Start.Value + origin, mean, deviations);
    }

    /// <summary>What the combination says now.</summary>
    public static void Final(SeriesRun run, double[] weights, Span<double> mean, Span<double> deviations)
    {
        mean.Clear();
        deviations.Clear();
        var spreads = Spreads(run);
        for (var i = 0; i < weights.Length; i++)
        {
            var member = run.Members[i];
            for (var step = 0; step < mean.Length; step++)
            {
                mean[step] += weights[i] * member.FinalMean[step];
                deviations[step] += spreads[i] * member.FinalDeviations[step];
            }
        }

        for (var step = 0; step < mean.Length; step++)
        {
            var apart = 0.0;
            for (var i = 0; i < weights.Length; i++)
                apart += weights[i] * Square(run.Members[i].FinalMean[step] - mean[step]);
            deviations[step] = Math.Sqrt(Square(deviations[step]) + apart);
        }

        Widen(run, run.Request.Values.Length, mean, deviations);
    }

    /// <summary>Shares of the members in the deviation: equal for those whose standard errors come from the series itself.</summary>
    private static double[] Spreads(SeriesRun run)
    {
        double[] own = [.. run.Members.Select(member => MethodChoice.KnowsItsSpread(member.Name) ? 1.0 : 0)];
        var sum = own.Sum();
        return Array.ConvertAll(own, one => sum > 0 ? one / sum : 1.0 / own.Length);
    }

    /// <summary>
    /// A small count varies at least like a Poisson variable, and a series that was all zero may still see its first case:
    /// its mean is then no surer than one case in the history known. Larger counts show their spread themselves, unless they
    /// never varied.
    /// </summary>
    private static void Widen(SeriesRun run, int historyLength, ReadOnlySpan<double> mean, Span<double> deviations)
    {
        if (!run.AreWholeCounts)
            return;
        var isSmall = run.VolumeAt(historyLength) < LeastSpreadOfItsOwn;
        var least = 1.0 / historyLength;
        for (var step = 0; step < mean.Length; step++)
        {
            if (isSmall || deviations[step] <= NoSpread * mean[step])
                deviations[step] = Math.Max(deviations[step], Math.Sqrt(Math.Max(mean[step], least)));
        }
    }

    private static double Square(double value) => value * value;
}
