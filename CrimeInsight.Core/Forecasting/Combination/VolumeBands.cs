using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Bands of volume, and what is believed of each before any panel has taught more.</summary>
internal static class VolumeBands
{
    /// <summary>Interval widths of fitted models are too narrow, the fit being taken for the truth: 95 % of R's cover 90 to 92 % on M3.</summary>
    private const double UsualInflation = 1.25;

    /// <summary>Least means per step.</summary>
    public static ImmutableArray<double> Starts { get; } = [0, 0.3, 1, 3, 10, 30, 100, 300];

    /// <summary>Below about ten a month nothing beats the mean of the last year; above, models share.</summary>
    public static ImmutableArray<MemberWeight> PriorWeights(double from) => from switch
    {
        < 1 => [new(ForecastModel.TwelveMonthMeanName, 1)],
        < 10 => Shared(0.5),
        < 30 => Shared(0.3),
        < 100 => Shared(0.15),
        _ => Shared(0),
    };

    /// <summary>Normal quantiles, widened.</summary>
    public static LevelFactors PriorFactors(double levelPercent)
    {
        var factor = UsualInflation * Normal.Quantile(0.5 + levelPercent / 200);
        return new LevelFactors(levelPercent, [factor], [factor]);
    }

    private static ImmutableArray<MemberWeight> Shared(double mean)
    {
        string[] models = [ForecastModel.EtsName, ForecastModel.ArimaName, ForecastModel.DynamicThetaName, ForecastModel.CesName];
        return [.. models.Select(model => new MemberWeight(model, (1 - mean) / models.Length)), new MemberWeight(ForecastModel.TwelveMonthMeanName, mean)];
    }
}
