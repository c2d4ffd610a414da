using System.Globalization;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>
/// How figures and dates look to a reader: Latin digits, Indian grouping, local names of months and units. Uses the
/// culture of the caller. Null is "not available".
/// </summary>
public sealed class DisplayFormat(IStringLocalizer<SharedText> text)
{
    private const double Lakh = 100_000;
    private const double Crore = 10_000_000;
    private const string Minus = "\u2212";
    private static readonly TimeZoneInfo s_india = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    private string Suppressed => text[nameof(SharedText.Suppressed)];

    public string NotAvailable => text[nameof(SharedText.NotAvailable)];

    /// <summary>12,34,567, or with decimals 12,34,567.8.</summary>
    public string Number(double? value, int decimals = 0)
    {
        if (value is not { } number || !double.IsFinite(number))
            return NotAvailable;
        var digits = Math.Abs(number).ToString($"N{decimals}", CultureInfo.CurrentCulture);
        return IsNegative(number, decimals) ? Minus + digits : digits;
    }

    /// <summary>A figure expected on average: with one decimal below ten, so that a little is not written as nothing.</summary>
    public string Expected(double value) => value is > 0 and < 0.05 ? text[nameof(SharedText.LessThan), Number(0.1, 1)] : Number(value, value < 9.95 ? 1 : 0);

    /// <summary>Three significant digits with a unit from one lakh on: 98,765; 1.23 lakh; 45.6 crore.</summary>
    public string Compact(double? value)
    {
        if (value is not { } number || !double.IsFinite(number))
            return NotAvailable;
        // The unit is chosen after rounding, so 99,99,999 reads as 1 crore and never as 100 lakh.
        if (Math.Abs(number) >= Crore - (Lakh / 2))
            return text[nameof(SharedText.CompactCrore), Short(number / Crore)];
        return Math.Abs(number) >= Lakh ? text[nameof(SharedText.CompactLakh), Short(number / Lakh)] : Number(number);
    }

    /// <param name="percent">0–100.</param>
    public string Percent(double? percent, int decimals = 1) =>
        percent is { } value && double.IsFinite(value) ? Number(value, decimals) + "%" : NotAvailable;

    /// <summary>A share that must not read as none, however small: 12.5%, 0.193%.</summary>
    /// <param name="share">0–1, or more.</param>
    public string ShareOf(double share) => share > 0 ? Significant(100 * share) + "%" : Percent(0, 0);

    /// <summary>How many cases count by the date of the offence because that of their registration is not known; null when none.</summary>
    public string? Registrations(DataStatus status) =>
        status.AssumedRegistrations > 0 ? text[nameof(SharedText.RegistrationAssumed), Number(status.AssumedRegistrations)].Value : null;

    /// <summary>A change with its sign: +12.4%, −3.1%, 0.0%.</summary>
    public string Change(double? percent, int decimals = 1)
    {
        if (percent is not { } value || !double.IsFinite(value))
            return NotAvailable;
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded > 0 ? "+" : "") + Number(rounded, decimals) + "%";
    }

    /// <summary>A count that may be withheld.</summary>
    public string Count(double? value, bool isSuppressed, bool isProtecting = false) => isSuppressed ? Withheld(isProtecting) : Number(value);

    /// <summary>What is shown in place of a withheld figure: a small one, or one of any size that would give a small one away.</summary>
    public string Withheld(bool isProtecting) => isProtecting ? text[nameof(SharedText.Withheld)] : Suppressed;

    /// <summary>Why a figure is withheld; null when it is not.</summary>
    public string? WhyWithheld(bool isSuppressed, bool isProtecting) => !isSuppressed ? null
        : text[isProtecting ? nameof(SharedText.WithheldHint) : nameof(SharedText.SuppressedHint)].Value;

    /// <summary>dd-MM-yyyy.</summary>
    public string Date(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>dd-MM-yyyy HH:mm in India.</summary>
    public string Instant(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, s_india).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>HH:mm in India.</summary>
    public string TimeOfDay(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, s_india).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Month and year in the language: January 2024, जनवरी 2024, ஜனவரி 2024.</summary>
    public string Month(DateOnly month) => MonthName(month) + month.ToString(" yyyy", CultureInfo.InvariantCulture);

    /// <summary>The same with the short name of the month, for axes.</summary>
    public string ShortMonth(DateOnly month) =>
        CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedMonthName(month.Month) + month.ToString(" yyyy", CultureInfo.InvariantCulture);

    /// <summary>Name of the month alone.</summary>
    public string MonthName(DateOnly month) => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month.Month);

    /// <param name="isoWeekday">1 Monday … 7 Sunday.</param>
    public string Weekday(int isoWeekday) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(isoWeekday % 7));

    /// <summary>Short name of a weekday, for axes.</summary>
    /// <param name="isoWeekday">1 Monday … 7 Sunday.</param>
    public string ShortWeekday(int isoWeekday) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)(isoWeekday % 7));

    /// <summary>A half-open range as its first and last month, or day where it does not fall on months.</summary>
    public string Period(Core.Incidents.Period period)
    {
        if (!period.IsWholeMonths)
            return period.Days == 1 ? Date(period.From) : Range(Date(period.From), Date(period.Until.AddDays(-1)));
        return period.Months == 1 ? Month(period.From) : Range(ShortMonth(period.From), ShortMonth(period.Until.AddMonths(-1)));
    }

    /// <summary>A duration rounded up so that it is never "0 left": 40 s, 3 min, 2 h 5 min.</summary>
    public string Duration(TimeSpan duration)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(duration.TotalSeconds));
        if (seconds < 60)
            return text[nameof(SharedText.DurationSeconds), seconds];
        var minutes = (seconds + 59) / 60;
        return minutes < 60
            ? text[nameof(SharedText.DurationMinutes), minutes]
            : text[nameof(SharedText.DurationHours), minutes / 60, minutes % 60];
    }

    private string Range(string first, string last) => text[nameof(SharedText.PeriodRange), first, last];

    private static string Short(double value)
    {
        var decimals = Math.Abs(value) switch { < 9.995 => 2, < 99.95 => 1, _ => 0 };
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var shown = Math.Abs(rounded).ToString(decimals switch { 2 => "#,##0.##", 1 => "#,##0.#", _ => "#,##0" }, CultureInfo.CurrentCulture);
        return rounded < 0 ? Minus + shown : shown;
    }

    // 12.5, 0.193 or 0.0042: a small share must not read as none.
    private string Significant(double value) => Number(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 0, 6)).TrimEnd('0').TrimEnd('.');

    private static bool IsNegative(double number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero) < 0;
}
