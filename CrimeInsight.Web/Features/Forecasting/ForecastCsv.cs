using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>
/// The figures of a view as CSV: raw digits, and in every row the place, the head, the method and whether the data are
/// synthetic, so that a file that has lost its page still says what it is.
/// </summary>
public sealed class ForecastCsv(IStringLocalizer<ForecastingText> text, IStringLocalizer<QueryText> shared, ForecastTextFormat words, EffectWords effects)
{
    private const string Digits = "0.####";
    private const double Usual = 80;
    private const double Sure = 95;

    /// <summary>The registered months and those to come.</summary>
    public CsvDocument Outlook(ForecastPageState page, MonthlyForecast forecast, ForecastReport report)
    {
        var series = FanSeries.Of(forecast, forecast.History.Length, page.Choice.HorizonMonths);
        var csv = Begin([text[nameof(ForecastingText.Month)], text[nameof(ForecastingText.Actual)], .. ForecastColumns(report)]);
        for (var i = 0; i < series.Length; i++)
            csv.Add([Month.Of(series.MonthAt(i)).ToString(), Raw(series.ActualAt(i)), .. Step(series, i), .. Origin(page, report)]);
        return csv;
    }

    /// <summary>The registered weeks and those to come, each by its Monday.</summary>
    public CsvDocument Weeks(ForecastPageState page, StoredForecast forecast, ForecastReport report)
    {
        var series = FanSeries.Of(forecast, forecast.History.Length);
        var csv = Begin([text[nameof(ForecastingText.Week)], text[nameof(ForecastingText.Actual)], .. ForecastColumns(report)]);
        for (var i = 0; i < series.Length; i++)
            csv.Add([series.MonthAt(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Raw(series.ActualAt(i)), .. Step(series, i), .. Origin(page, report)]);
        return csv;
    }

    /// <summary>What was said at earlier months, and what came.</summary>
    public CsvDocument Replay(ForecastPageState page, MonthlyForecast forecast, ForecastReport report)
    {
        var csv = Begin([text[nameof(ForecastingText.SaidFor)], text[nameof(ForecastingText.Month)], text[nameof(ForecastingText.Actual)], .. ForecastColumns(report)]);
        foreach (var frame in ReplayFrame.All(forecast, 0, page.Choice.HorizonMonths))
        {
            for (var i = frame.Series.Known.Length; i < frame.Series.Known.Length + frame.Series.Mean.Length; i++)
                csv.Add([Month.Of(frame.Month).ToString(), Month.Of(frame.Series.MonthAt(i)).ToString(), Raw(frame.Series.ActualAt(i)), .. Step(frame.Series, i), .. Origin(page, report)]);
        }

        return csv;
    }

    /// <summary>How each method did.</summary>
    public CsvDocument Record(ForecastPageState page, ForecastReport report)
    {
        var csv = Begin(
        [
            text[nameof(ForecastingText.Method)], text[nameof(ForecastingText.Mase)], text[nameof(ForecastingText.Rmsse)], text[nameof(ForecastingText.Rmse)], text[nameof(ForecastingText.Accuracy)], text[nameof(ForecastingText.Wape)], text[nameof(ForecastingText.Bias)],
            .. report.Request.LevelsPercent.Select(level => text[nameof(ForecastingText.Coverage), Raw(level)].Value),
            .. report.Request.LevelsPercent.Select(level => text[nameof(ForecastingText.MsisAt), Raw(level)].Value),
        ]);
        foreach (var method in report.TrackRecord.Methods)
            csv.Add([words.Method(method.Method), .. Measures(method), .. Origin(page, report)]);
        return csv;
    }

    /// <summary>The parts of each month.</summary>
    public CsvDocument Parts(ForecastPageState page, ForecastReport report, DecompositionReport parts)
    {
        var csv = Begin(
        [
            text[nameof(ForecastingText.Month)], text[nameof(ForecastingText.Actual)], text[nameof(ForecastingText.PartTrend)], text[nameof(ForecastingText.PartSeason)],
            text[nameof(ForecastingText.PartFestivals)], text[nameof(ForecastingText.PartShifts)], text[nameof(ForecastingText.PartRemainder)],
        ]);
        for (var i = 0; i < parts.Values.Length; i++)
        {
            csv.Add(
            [
                Month.Of(parts.Calendar.DayOf(i)).ToString(), Raw(parts.Values[i]), Raw(parts.Trend[i]), Raw(parts.Season[i]), Raw(parts.Festivals[i]), Raw(parts.Shifts[i]), Raw(parts.Remainder[i]),
                .. Origin(page, report),
            ]);
        }

        return csv;
    }

    /// <summary>What each festival does.</summary>
    public CsvDocument Festivals(ForecastPageState page, ForecastReport report, SeriesParts parts)
    {
        var effectsFound = parts.Effects!;
        var csv = Begin(
        [
            text[nameof(ForecastingText.Festival)], text[nameof(ForecastingText.FestivalVerdict)],
            text[effectsFound.IsFactor ? nameof(ForecastingText.EffectFactor) : nameof(ForecastingText.EffectAbsolute)],
            text[nameof(ForecastingText.LowerEnd), Raw(Sure)], text[nameof(ForecastingText.UpperEnd), Raw(Sure)],
        ]);
        foreach (var finding in effectsFound.Findings)
        {
            csv.Add(
            [
                FestivalNames.Of(parts.Festivals, finding.Key), effects.Verdict(finding.Verdict), Raw(finding.Estimate?.Effect), Raw(finding.Estimate?.Lower95), Raw(finding.Estimate?.Upper95),
                .. Origin(page, report),
            ]);
        }

        return csv;
    }

    /// <summary>What is expected in the places below.</summary>
    public CsvDocument Places(ForecastPageState page, ForecastRanking ranking)
    {
        var reference = page.Context.Reference;
        var csv = new CsvDocument();
        csv.Add(
        [
            text[nameof(ForecastingText.PlaceCode)], text[nameof(ForecastingText.Place)], text[nameof(ForecastingText.Head)], text[nameof(ForecastingText.Month)], text[nameof(ForecastingText.Forecast)],
            text[nameof(ForecastingText.LowerEnd), Raw(Usual)], text[nameof(ForecastingText.UpperEnd), Raw(Usual)], text[nameof(ForecastingText.YearBefore)], text[nameof(ForecastingText.YearMean)],
            text[nameof(ForecastingText.ChanceOfMore)], shared[nameof(QueryText.DataKind)],
        ]);
        foreach (var rank in PlaceRanking.Order(ranking.Ranks, PlaceOrder.Rising))
        {
            csv.Add(
            [
                rank.JurisdictionCode, reference.Place(rank.JurisdictionCode), reference.Head(page.Context.Head.Code), ranking.NextFrom is { } next ? Month.Of(next).ToString() : "", Raw(rank.Expected),
                Raw(rank.Lower), Raw(rank.Upper), Raw(rank.LastYear), Raw(rank.RecentMean), Raw(rank.AgainstLastYear?.ProbabilityOfMore), Kind(page),
            ]);
        }

        return csv;
    }

    private static IEnumerable<string> Measures(MethodRecord method) =>
    [
        Raw(method.Mase), Raw(method.Rmsse), Raw(method.RootMeanSquareError), Raw(method.AccuracyPercent), Raw(method.Wape * 100), Raw(method.Bias),
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
            Kind(page),
        ];
    }

    private string Kind(ForecastPageState page) => shared[page.Context.Status.IsSynthetic ? nameof(QueryText.DataSynthetic) : nameof(QueryText.DataRegistered)];

    private static string Raw(double? value) => value?.ToString(Digits, CultureInfo.InvariantCulture) ?? "";
}
