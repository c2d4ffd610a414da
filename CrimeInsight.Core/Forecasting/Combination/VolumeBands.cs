using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Methods.Boosting;
using CrimeInsight.Core.Forecasting.Methods.Plain;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Bands of volume, and what is believed of each before any panel has taught more.</summary>
internal static class VolumeBands
{
    /// <summary>From here on errors of the members cancel more than parameters taken for known make them too small.</summary>
    private const double LeastLarge = 300;

    private const double UsualWidth = 1.05;
    private const double LargeWidth = 0.95;

    /// <summary>Share of the boosted trees, of the panels that have them, where the members are not shared equally.</summary>
    private const double BoostingShare = 0.4;

    /// <summary>Least means per step.</summary>
    public static ImmutableArray<double> Starts { get; } = [0, 0.3, 1, 3, 10, 30, 100, 300];

    /// <summary>Mean |score| of normal errors, √(2/π).</summary>
    public static double PriorMiss { get; } = Math.Sqrt(2 / Math.PI);

    /// <summary>The band of a volume.</summary>
    public static int IndexOf(double volume)
    {
        var band = 0;
        while (band + 1 < Starts.Length && Starts[band + 1] <= volume)
            band++;
        return band;
    }

    /// <summary>Below one a step nothing beats the mean of the last year; above, models share with it, and from a hundred on alone and equally.</summary>
    public static ImmutableArray<MemberWeight> PriorWeights(double from) => from switch
    {
        < 1 => [new(TwelveMonthMean.MethodName, 1)],
        < 10 => Shared(0.5, BoostingShare),
        < 30 => Shared(0.3, BoostingShare),
        < 100 => Shared(0.15, BoostingShare),
        _ => Shared(0, 1.0 / (MethodChoice.ModelsOfOneSeries.Length + 1)),
    };

    /// <summary>Normal quantiles, a little widened or narrowed.</summary>
    /// <param name="from">Start of the band.</param>
    public static LevelFactors PriorFactors(double levelPercent, double from)
    {
        var factor = (from < LeastLarge ? UsualWidth : LargeWidth) * Normal.Quantile(0.5 + levelPercent / 200);
        return new LevelFactors(levelPercent, [factor], [factor]);
    }

    private static ImmutableArray<MemberWeight> Shared(double mean, double boosting) =>
    [
        .. MethodChoice.ModelsOfOneSeries.Select(model => new MemberWeight(model, (1 - boosting) * (1 - mean) / MethodChoice.ModelsOfOneSeries.Length)),
        new(TwelveMonthMean.MethodName, (1 - boosting) * mean),
        new(GlobalBoosting.MethodName, boosting),
    ];
}
