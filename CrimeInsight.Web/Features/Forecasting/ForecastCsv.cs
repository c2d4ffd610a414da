using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>
/// The figures of a view as CSV: raw digits, and in every row the place, the head, the method and whether the data are
/// synthetic, so that a file that has lost its page still says what it is.
/// </summary>
public sealed class ForecastCsv(IStringLocalizer<ForecastingText> text, IStringLocalizer<QueryText> shared, ForecastTextFormat words)
{
    private const string Digits = "0.####";

    /// <summary>Null when there is no forecast to write.</summary>
    public CsvDocument? Write(ForecastPageState page, MonthlyForecast forecast) => forecast.Outcome is not ForecastReport report ? null : page.Tab switch
    {
        ForecastTab.Replay => Replay(page, forecast, report),
        ForecastTab.Record => Record(page, report),
        _ => Outlook(page, forecast, report),
    };

    private CsvDocument Outlook(ForecastPageState page, MonthlyForecast forecast, ForecastReport report)
    {
        var series = FanSeries.Of(forecast, forecast.History.Length, page.Choice.HorizonMonths);
        var csv = Begin([text[nameof(ForecastingText.Month)], text[nameof(ForecastingText.Actual)], .. ForecastColumns(report)]);
        for (var i = 0; i < series.Length; i++)
            csv.Add([Scope.Format(series.MonthAt(i)), Raw(series.ActualAt(i)), .. Step(series, i), .. Origin(page, report)]);
        return csv;
    }

    private CsvDocument Replay(ForecastPageState page, MonthlyForecast forecast, ForecastReport report)
    {
        var csv = Begin([text[nameof(ForecastingText.SaidFor)], text[nameof(ForecastingText.Month)], text[nameof(ForecastingText.Actual)], .. ForecastColumns(report)]);
        foreach (var frame in ReplayFrame.All(forecast, 0, page.Choice.HorizonMonths))
        {
            for (var i = frame.Series.Known.Length; i < frame.Series.Known.Length + frame.Series.Mean.Length; i++)
                csv.Add([Scope.Format(frame.Month), Scope.Format(frame.Series.MonthAt(i)), Raw(frame.Series.ActualAt(i)), .. Step(frame.Series, i), .. Origin(page, report)]);
        }

        return csv;
    }

    private CsvDocument Record(ForecastPageState page, ForecastReport report)
    {
        var csv = Begin(
        [
            text[nameof(ForecastingText.Method)], text[nameof(ForecastingText.Mase)], text[nameof(ForecastingText.Rmsse)], text[nameof(ForecastingText.Wape)], text[nameof(ForecastingText.Bias)],
            .. report.Request.LevelsPercent.Select(level => text[nameof(ForecastingText.Coverage), Raw(level)].Value),
            .. report.Request.LevelsPercent.Select(level => text[nameof(ForecastingText.MsisAt), Raw(level)].Value),
        ]);
        foreach (var method in report.TrackRecord.Methods)
            csv.Add([words.Method(method.Method), .. Measures(method), .. Origin(page, report)]);
        return csv;
    }

    private static IEnumerable<string> Measures(MethodRecord method) =>
    [
        Raw(method.Mase), Raw(method.Rmsse), Raw(method.Wape * 100), Raw(method.Bias),
        .. method.Levels.Select(level => Raw(level.CoveragePercent)),
        .. method.Levels.Select(level => Raw(level.Msis)),
    ];

    private CsvDocument Begin(IEnumerable<string> columns)
    {
        var csv = new CsvDocument();
        csv.Add(columns.Concat([text[nameof(ForecastingText.PlaceCode)], text[nameof(ForecastingText.Place)], text[nameof(ForecastingText.Head)], text[nameof(ForecastingText.Model)], shared[nameof(QueryText.DataKind)]]));
        return csv;
    }

    private IEnumerable<string> ForecastColumns(ForecastReport report) => report.Request.LevelsPercent
        .SelectMany(level => new[] { text[nameof(ForecastingText.LowerEnd), Raw(level)].Value, text[nameof(ForecastingText.UpperEnd), Raw(level)].Value })
        .Prepend(text[nameof(ForecastingText.Forecast)]);

    private static IEnumerable<string> Step(FanSeries series, int index) => series.Bands
        .SelectMany(band => series.StepOf(index) is { } step ? new[] { Raw(band.Lower[step]), Raw(band.Upper[step]) } : ["", ""])
        .Prepend(Raw(series.MeanAt(index)));

    private ImmutableArray<string> Origin(ForecastPageState page, ForecastReport report)
    {
        var context = page.Context;
        var code = context.Place?.Code ?? "";
        return
        [
            code, code.Length == 0 ? "" : context.Reference.Place(code), context.Reference.Head(context.Head.Code), words.Method(report.Model),
            shared[context.Status.IsSynthetic ? nameof(QueryText.DataSynthetic) : nameof(QueryText.DataRegistered)],
        ];
    }

    private static string Raw(double? value) => value?.ToString(Digits, CultureInfo.InvariantCulture) ?? "";
}
