using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>
/// The one sentence on how good a forecast was, wherever it is shown: its own error and that of the plain rule over the same
/// earlier starts, and why the one or the other is shown.
/// </summary>
public sealed class TrackWords(IStringLocalizer<ForecastingText> text, ForecastTextFormat words, DisplayFormat format)
{
    /// <summary>Null without a track record.</summary>
    public string? Sentence(ForecastReport report)
    {
        if (report.OwnRecord is not { } own || Rival(report) is not { } rival)
            return null;
        var record = report.TrackRecord;
        string[] arguments =
        [
            words.Error(own), words.Method(rival.Method), words.Error(rival), format.Number(record.ForecastCount), format.Number(record.Origins),
            format.Number(report.Plain?.SeriesCount), format.Percent(report.Plain?.GainPercent), words.Method(own.Method),
        ];
        return text[Key(report, own, rival), arguments];
    }

    /// <summary>The forecast did better than the plain rule, is one, or stands for good reason.</summary>
    public static bool IsSound(ForecastReport report) => report.OwnRecord is { } own && Rival(report) is { } rival
        && (report.IsFallback || own.IsBaseline || own.ComparedError < rival.ComparedError || report.Plain is { Difference: < 0 });

    private static string Key(ForecastReport report, MethodRecord own, MethodRecord rival)
    {
        if (report.IsFallback)
            return nameof(ForecastingText.TrackFallback);
        if (own.IsBaseline)
            return nameof(ForecastingText.TrackPlain);
        if (own.ComparedError < rival.ComparedError)
            return nameof(ForecastingText.TrackBetter);
        return report.Plain switch
        {
            { Difference: < 0 } => nameof(ForecastingText.TrackKept),
            not null => nameof(ForecastingText.TrackEven),
            _ => nameof(ForecastingText.TrackWorse),
        };
    }

    /// <summary>
    /// Whom the forecast is compared with: a plain rule in place of the combination with the combination, else the plain rule
    /// that did best on series of like volume; without any, the one that did best on this series.
    /// </summary>
    private static MethodRecord? Rival(ForecastReport report)
    {
        var methods = report.TrackRecord.Methods;
        if (report.IsFallback && methods.FirstOrDefault(method => method.Method == ForecastModel.Auto.Name) is { } combination)
            return combination;
        var rules = methods.Where(method => method.IsBaseline && method.Method != report.Model).ToList();
        return rules.Find(method => method.Method == report.Plain?.Rule) ?? rules.MinBy(method => method.ComparedError);
    }
}
