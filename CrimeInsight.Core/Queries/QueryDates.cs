using System.Globalization;

namespace CrimeInsight.Core.Queries;

/// <summary>Dates in JSON and URLs: ISO 8601, nothing else.</summary>
internal static class QueryDates
{
    private const string Day = "yyyy-MM-dd";
    private const string Month = "yyyy-MM";

    public static string Write(DateOnly date) => date.ToString(Day, CultureInfo.InvariantCulture);

    public static string WriteMonth(DateOnly date) => date.ToString(Month, CultureInfo.InvariantCulture);

    public static bool TryRead(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>A day, or a month standing for its first day.</summary>
    public static bool TryReadDayOrMonth(string? text, out DateOnly date) =>
        TryRead(text, out date) || DateOnly.TryParseExact(text, Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
