using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;

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
    private const int DaysPerWeek = 7;

    /// <summary>Distance of two values; what is said of months here holds for weeks then.</summary>
    public SeriesStep Step { get; init; }

    /// <summary>The first month that was forecast.</summary>
    public DateOnly FirstForecast => MonthAt(Known.Length);

    public int Length => Known.Length + Math.Max(Mean.Length, Came.Length);

    public DateOnly MonthAt(int index) => Step == SeriesStep.Month ? From.AddMonths(index) : From.AddDays(DaysPerWeek * index);

    /// <summary>Registered cases of a month; null when it was still to come.</summary>
    public double? ActualAt(int index) =>
        index < Known.Length ? Known[index] : index - Known.Length < Came.Length ? Came[index - Known.Length] : null;

    /// <summary>The forecast of a month; null where there was none.</summary>
    public double? MeanAt(int index) => StepOf(index) is { } step ? Mean[step] : null;

    /// <summary>Step of a month, from 0; null before the forecast and after its last month.</summary>
    public int? StepOf(int index) => index >= Known.Length && index - Known.Length < Mean.Length ? index - Known.Length : null;

    /// <summary>The months to come after the last <paramref name="drawnMonths"/> of the history.</summary>
    public static FanSeries Of(MonthlyForecast forecast, int drawnMonths, int horizonMonths) =>
        Of(forecast.FirstMonth!.Value, SeriesStep.Month, forecast.History, forecast.Outcome, drawnMonths, horizonMonths);

    /// <summary>The steps to come of a stored forecast after the last <paramref name="drawn"/> of its history.</summary>
    public static FanSeries Of(StoredForecast forecast, int drawn) =>
        Of(forecast.From, forecast.Step, forecast.History, forecast.Outcome, drawn, int.MaxValue);

    private static FanSeries Of(DateOnly from, SeriesStep step, ImmutableArray<double> history, ForecastOutcome outcome, int drawn, int horizon)
    {
        var skipped = Math.Max(0, history.Length - drawn);
        var report = outcome as ForecastReport;
        return new FanSeries(
            step == SeriesStep.Month ? from.AddMonths(skipped) : from.AddDays(DaysPerWeek * skipped),
            history[skipped..],
            [],
            report is null ? [] : First(report.Mean, horizon),
            report is null ? [] : First(report.Bands, horizon))
        {
            Step = step,
        };
    }

    internal static ImmutableArray<ForecastBand> First(ImmutableArray<ForecastBand> bands, int steps) =>
        [.. bands.Select(band => band with { Lower = First(band.Lower, steps), Upper = First(band.Upper, steps) })];

    internal static ImmutableArray<double> First(ImmutableArray<double> values, int steps) => values.Length > steps ? values[..steps] : values;
}
