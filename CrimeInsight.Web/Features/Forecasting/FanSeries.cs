using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>One row of months: what was known, what was forecast from there with its intervals, and what came later.</summary>
/// <param name="From">Month of the first value of <paramref name="Known"/>.</param>
/// <param name="Known">Registered cases the forecast rested on, the last of them.</param>
/// <param name="Came">Registered cases from the first forecast month on; empty for the months to come.</param>
/// <param name="Mean">One per forecast month.</param>
/// <param name="Bands">One per level, ascending.</param>
public sealed record FanSeries(
    DateOnly From, ImmutableArray<double> Known, ImmutableArray<double> Came, ImmutableArray<double> Mean, ImmutableArray<ForecastBand> Bands)
{
    /// <summary>The first month that was forecast.</summary>
    public DateOnly FirstForecast => From.AddMonths(Known.Length);

    public int Length => Known.Length + Math.Max(Mean.Length, Came.Length);

    public DateOnly MonthAt(int index) => From.AddMonths(index);

    /// <summary>Registered cases of a month; null when it was still to come.</summary>
    public double? ActualAt(int index) =>
        index < Known.Length ? Known[index] : index - Known.Length < Came.Length ? Came[index - Known.Length] : null;

    /// <summary>The forecast of a month; null where there was none.</summary>
    public double? MeanAt(int index) => StepOf(index) is { } step ? Mean[step] : null;

    /// <summary>Step of a month, from 0; null before the forecast and after its last month.</summary>
    public int? StepOf(int index) => index >= Known.Length && index - Known.Length < Mean.Length ? index - Known.Length : null;

    /// <summary>The months to come after the last <paramref name="drawnMonths"/> of the history.</summary>
    public static FanSeries Of(MonthlyForecast forecast, int drawnMonths, int horizonMonths)
    {
        var skipped = Math.Max(0, forecast.History.Length - drawnMonths);
        var report = forecast.Outcome as ForecastReport;
        return new FanSeries(
            forecast.FirstMonth!.Value.AddMonths(skipped),
            forecast.History[skipped..],
            [],
            report is null ? [] : First(report.Mean, horizonMonths),
            report is null ? [] : First(report.Bands, horizonMonths));
    }

    internal static ImmutableArray<ForecastBand> First(ImmutableArray<ForecastBand> bands, int steps) =>
        [.. bands.Select(band => band with { Lower = First(band.Lower, steps), Upper = First(band.Upper, steps) })];

    internal static ImmutableArray<double> First(ImmutableArray<double> values, int steps) => values.Length > steps ? values[..steps] : values;
}
