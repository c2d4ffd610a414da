using System.Collections.Frozen;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Words for the names of methods.</summary>
internal static class MethodWords
{
    private static readonly FrozenDictionary<string, string> s_keys = new Dictionary<string, string>
    {
        ["additive"] = nameof(ForecastingText.Methodadditive),
        ["arima"] = nameof(ForecastingText.Methodarima),
        ["auto"] = nameof(ForecastingText.Methodauto),
        ["boosting"] = nameof(ForecastingText.Methodboosting),
        ["ces"] = nameof(ForecastingText.Methodces),
        ["croston"] = nameof(ForecastingText.Methodcroston),
        ["dotm"] = nameof(ForecastingText.Methoddotm),
        ["drift"] = nameof(ForecastingText.Methoddrift),
        ["ets"] = nameof(ForecastingText.Methodets),
        ["mean12"] = nameof(ForecastingText.Methodmean12),
        ["naive"] = nameof(ForecastingText.Methodnaive),
        ["negbin"] = nameof(ForecastingText.Methodnegbin),
        ["poisson"] = nameof(ForecastingText.Methodpoisson),
        ["snaive"] = nameof(ForecastingText.Methodsnaive),
        ["theta"] = nameof(ForecastingText.Methodtheta),
        ["tsb"] = nameof(ForecastingText.Methodtsb),
    }.ToFrozenDictionary();

    /// <summary>Key of the word for a method; null while there is none.</summary>
    public static string? KeyOf(string method) => s_keys.GetValueOrDefault(method);

    public static CodeFigure Of(string method) => new(method, KeyOf(method) is { } key ? TextKey.Of<ForecastingText>(key) : null);
}
