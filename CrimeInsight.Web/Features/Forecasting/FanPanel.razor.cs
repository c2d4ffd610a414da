using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Registered cases by month and the months to come as a fan.</summary>
public sealed partial class FanPanel : ForecastPanel
{
    /// <summary>Months of history drawn; the forecast rests on all of it.</summary>
    private const int DrawnMonths = 36;

    [Inject] public required FanChart Charts { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    private FanSeries Series => FanSeries.Of(Forecast!, DrawnMonths, Page.Choice.HorizonMonths);

    private string Label
    {
        get
        {
            if (Report is not { } report)
                return Text[nameof(ForecastingText.OutlookTitle)];
            var last = Series.Mean.Length - 1;
            return Text[nameof(ForecastingText.FanLabel), Format.Month(Series.FirstForecast), Format.Number(report.Mean[0]),
                Format.Month(Series.FirstForecast.AddMonths(last)), Format.Number(report.Mean[last])];
        }
    }

    private IReadOnlyList<string> Adjustments => Report is { Request.Calendar: { } calendar } report
        ? [.. report.Adjustments.Select(adjustment => Words.Adjustment(adjustment, calendar))]
        : [];

    private string Note => Report is { } report
        ? Text[nameof(ForecastingText.FanNote), Words.Maker(report), Format.Number(Forecast!.History.Length), Format.Month(Forecast.FirstMonth!.Value)]
        : Text[nameof(ForecastingText.HistoryNote)];
}
