using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>
/// What of the forecast the address holds beside the scope: <c>months=6&amp;model=ets&amp;tab=replay&amp;at=2024-01&amp;festival=diwali&amp;month=2024-11</c>.
/// Absent or unknown members mean the default.
/// </summary>
/// <param name="Model">Null: chosen by past error.</param>
/// <param name="At">First month forecast at the earlier moment that is replayed; null: the newest.</param>
/// <param name="Festival">Key of the festival that is moved.</param>
/// <param name="FestivalMonth">Month it is moved to.</param>
public sealed record ForecastChoice(
    int HorizonMonths = ForecastChoice.DefaultMonths, ForecastModel? Model = null, ForecastTab Tab = ForecastTab.Outlook, DateOnly? At = null,
    string? Festival = null, DateOnly? FestivalMonth = null)
{
    public const string MonthsName = "months";
    public const string ModelName = "model";
    public const string TabName = "tab";
    public const string AtName = "at";
    public const string FestivalName = "festival";
    public const string FestivalMonthName = "month";
    public const int DefaultMonths = 6;
    public const int MostMonths = 12;
    private const int LongestKey = 60;

    public static ForecastChoice Parse(string? months, string? model, string? tab, string? at, string? festival, string? festivalMonth) => new(
        int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var horizon) && horizon is >= 1 and <= MostMonths ? horizon : DefaultMonths,
        ForecastMethods.TryParse(model, out var named) && !named.IsAuto ? named : null,
        AddressValue.Read<ForecastTab>(tab) ?? ForecastTab.Outlook,
        Month.Read(at)?.First,
        festival is { Length: > 0 and <= LongestKey } ? festival : null,
        Month.Read(festivalMonth)?.First);

    /// <summary>Address of the page with a scope and these choices.</summary>
    public string UrlFor(ScopeCodes scope) => UrlFor(scope, AppUrls.Forecast);

    /// <summary>The same state at another path, such as that of the download.</summary>
    public string UrlFor(ScopeCodes scope, string path) => scope.ToUrl(
        path,
        (MonthsName, HorizonMonths == DefaultMonths ? null : HorizonMonths.ToString(CultureInfo.InvariantCulture)),
        (ModelName, Model?.ToString()),
        (TabName, AddressValue.Write<ForecastTab>(Tab == ForecastTab.Outlook ? null : Tab)),
        (AtName, Write(At)),
        (FestivalName, Festival),
        (FestivalMonthName, Write(FestivalMonth)));

    private static string? Write(DateOnly? month) => month is { } known ? Month.Of(known).ToString() : null;
}
