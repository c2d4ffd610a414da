using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Charts;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Draws a forecast as lines with bands one inside the other.</summary>
public sealed class FanChart(IStringLocalizer<ForecastingText> text, DisplayFormat format)
{
    private const int HeightPixels = 320;
    private const int AxisLabels = 3;
    private const int AxisSteps = 5;

    /// <param name="lastMonth">Where the axis of months ends; null: with the series.</param>
    /// <param name="axisEnd">Where the axis of cases ends; null: the chart's own.</param>
    public ChartOptions Draw(FanSeries series, bool isDark, DateOnly? lastMonth = null, double? axisEnd = null)
    {
        var months = Months(series, lastMonth);
        var colour = ForecastColour(isDark);
        // The last known month belongs to the forecast, too, so that the lines meet.
        var joint = series.Known.Length - 1;
        var bands = series.Bands.Select(band => new ChartSeries(
            text[nameof(ForecastingText.Interval), format.Number(band.LevelPercent)],
            [.. months.Select((_, index) => series.StepOf(index) is { } step ? ChartValue.Interval(band.Lower[step], band.Upper[step]) : default)]) { Colour =
                colour });
        var actual = new ChartSeries(text[nameof(ForecastingText.Actual)], [.. months.Select((_, index) => ChartValue.FromNullable(series.ActualAt(index)))])
        {
            Colour = ActualColour(isDark),
        };
        var mean = new ChartSeries(text[nameof(ForecastingText.Forecast)],
            [.. months.Select((_, index) => ChartValue.FromNullable(index == joint ? series.Known[joint] : series.MeanAt(index)))])
        {
            Colour = colour,
            IsDashed = true,
        };
        return new ChartOptions
        {
            Kind = ChartKind.Line,
            Series = series.Mean.IsEmpty ? [actual] : [actual, mean, .. bands],
            Categories = [.. months.Select(month => Name(series, month))],
            CategoryTicks = AxisLabels,
            Marks = Marks(series, months),
            Minimum = 0,
            Maximum = axisEnd,
            ValueTicks = axisEnd is null ? null : AxisSteps,
            HeightPixels = HeightPixels,
        };
    }

    /// <summary>End of an axis that holds every value of a row of frames.</summary>
    public static double AxisEnd(IEnumerable<FanSeries> frames) => ChartAxis.End(
        frames.Max(series => series.Known.Concat(series.Came).Concat(series.Mean).Concat(series.Bands.SelectMany(band => band.Upper)).Max()), AxisSteps);

    public static string ActualColour(bool isDark) => ChartColours.Categorical(isDark)[0];

    public static string ForecastColour(bool isDark) => ChartColours.Categorical(isDark)[1];

    private string Name(FanSeries series, DateOnly day) => series.Step == SeriesStep.Month ? format.ShortMonth(day) : format.Date(day);

    // At the step that holds the day.
    private ChartMark[] Marks(FanSeries series, DateOnly[] months) =>
    [
        .. KnownShifts.Days.Where(shift => months.Length > 0 && months[0] < shift && shift <= months[^1])
            .Select(shift => new ChartMark(Name(series, months.Last(month => month <= shift)), text[nameof(ForecastingText.ShiftMark)])),
    ];

    private static DateOnly[] Months(FanSeries series, DateOnly? lastMonth)
    {
        var count = lastMonth is { } last ? (last.Year - series.From.Year) * 12 + last.Month - series.From.Month + 1 : series.Length;
        return [.. Enumerable.Range(0, count).Select(series.MonthAt)];
    }
}
