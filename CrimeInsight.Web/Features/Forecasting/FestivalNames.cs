using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Calendar;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Names of festivals in the reader's language.</summary>
internal static class FestivalNames
{
    /// <summary>The key itself when unknown.</summary>
    public static string Of(ImmutableArray<Holiday> festivals, string key) =>
        festivals.FirstOrDefault(holiday => holiday.Key == key)?.NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? key;
}
