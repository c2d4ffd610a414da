using System.Text.Json;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Effects of seasons, festivals and shifts in words: as a share where they act as factors, else in cases.</summary>
public sealed class EffectWords(IStringLocalizer<ForecastingText> text, DisplayFormat format)
{
    private const int MonthsPerYear = 12;

    /// <summary>+12%, or +3.4 cases.</summary>
    public string Effect(double effect, bool isFactor) => isFactor
        ? format.Change(100 * effect, 0)
        : text[nameof(ForecastingText.EffectCases), Signed(effect)];

    /// <summary>The same with its 95 % interval.</summary>
    public string Effect(EffectEstimate estimate, bool isFactor) =>
        text[nameof(ForecastingText.EffectRange), Effect(estimate.Effect, isFactor), Effect(estimate.Lower95, isFactor), Effect(estimate.Upper95, isFactor)];

    public string Verdict(EffectVerdict verdict) => text[KeyOf(verdict)];

    /// <summary>A verdict in a table.</summary>
    public static CodeFigure ValueOf(EffectVerdict verdict) =>
        new(JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString()), TextKey.Of<ForecastingText>(KeyOf(verdict)));

    /// <summary>How the level moved; in percent, too, where a year of it has enough cases.</summary>
    public string Trend(TrendFinding trend)
    {
        var levels = new[] { format.Expected(trend.FirstLevel), format.Expected(trend.LastLevel) };
        if (!new CountPair(MonthsPerYear * trend.FirstLevel, MonthsPerYear * trend.LastLevel).IsTold)
            return text[trend.IsPresent ? nameof(ForecastingText.TrendFoundFew) : nameof(ForecastingText.TrendNoneFew), levels];
        return text[trend.IsPresent ? nameof(ForecastingText.TrendFound)
            : nameof(ForecastingText.TrendNone), [.. levels, format.Change(trend.ChangePercent, 0)]];
    }

    public string Season(DecompositionReport report)
    {
        var season = report.SeasonFinding;
        return season.IsPresent
            ? text[nameof(ForecastingText.SeasonFound), Month(season.High), Effect(season.Profile[season.High], report.IsMultiplicative), Month(season.Low),
                Effect(season.Profile[season.Low], report.IsMultiplicative)]
            : text[nameof(ForecastingText.SeasonNone)];
    }

    public string Shift(ShiftFinding shift, bool isFactor)
    {
        var month = format.Month(shift.Day);
        return shift switch
        {
            { IsFound: true, Estimate: { } broken } => text[nameof(ForecastingText.ShiftBreak), month, Effect(broken, isFactor)],
            { Verdict: EffectVerdict.Present, Estimate: { } found } => text[nameof(ForecastingText.ShiftFound), month, Effect(found, isFactor)],
            { Estimate: { } unsure } => text[nameof(ForecastingText.ShiftNone), month, Effect(unsure, isFactor)],
            _ => text[nameof(ForecastingText.ShiftUntested), month],
        };
    }

    /// <summary>A count with its sign.</summary>
    public string Signed(double value)
    {
        var decimals = Math.Abs(value) < 10 ? 1 : 0;
        var written = format.Number(value, decimals);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + written : written;
    }

    private static string KeyOf(EffectVerdict verdict) => verdict switch
    {
        EffectVerdict.Present => nameof(ForecastingText.VerdictPresent),
        EffectVerdict.NotSignificant => nameof(ForecastingText.VerdictNone),
        EffectVerdict.NotSeparable => nameof(ForecastingText.VerdictSameMonth),
        _ => nameof(ForecastingText.VerdictTooFew),
    };

    // Any year has the month.
    private string Month(int index) => format.MonthName(new DateOnly(2000, index + 1, 1));
}
