using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Tables;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Names of festivals in the reader's language.</summary>
internal static class FestivalNames
{
    /// <summary>The key itself when unknown.</summary>
    public static string Of(ImmutableArray<Holiday> festivals, string key) =>
        festivals.FirstOrDefault(holiday => holiday.Key == key)?.NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? key;

    /// <summary>A festival in a table.</summary>
    public static FigureValue ValueOf(ImmutableArray<Holiday> festivals, string key) =>
        festivals.FirstOrDefault(holiday => holiday.Key == key) is { } holiday ? new NamedFigure(key, holiday.Names) : new CodeFigure(key, null);
}
