using System.Globalization;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads dates of digits, or with an English month, without allocating: the forms that files of millions of rows have.</summary>
internal static class NumericDate
{
    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] s_offsetFormats = [@"hh\:mm", "hhmm", "hh"];
    private static readonly string[] s_timeFormats = ["HH:mm", "HH:mm:ss", "H:mm", "h:mm tt", "hh:mm tt", "h:mm:ss tt", "HH:mm:ss.FFFFFFF"];

    /// <summary>2023-12-31, 2023-12-31 14:05 and 2023-12-31T14:05.</summary>
    public static bool TryIso(ReadOnlySpan<char> text, out DateOnly date, out TimeOnly? time)
    {
        (date, time) = (default, null);
        if (text.Length is not (10 or 16) || text[4] != '-' || text[7] != '-' || !IsDay(text[8..10], text[5..7], text[..4], out var parts))
            return false;
        date = new DateOnly(parts.Year, parts.Month, parts.Day);
        if (text.Length == 10)
            return true;
        if (text[10] is not ('T' or ' ') || text[13] != ':' || !Number(text[11..13], 2, out var hour) || !Number(text[14..], 2, out var minute))
            return false;
        if (hour > 23 || minute > 59)
            return false;
        time = new TimeOnly(hour, minute);
        return true;
    }

    /// <summary>Three parts and, behind a blank or T, a time.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateParts parts)
    {
        var split = SplitTime(text);
        if (!TryDate(text[..split].Trim(), out parts))
            return false;
        if (split == text.Length)
            return true;
        if (!TryTime(text[(split + 1)..].Trim(), out var time, out var offset))
            return false;
        parts = parts with { Clock = new Clock(time) { Offset = offset } };
        return true;
    }

    /// <summary>A time of day: 14:05, 14:05:30, 2:05 PM, with or without an offset from UTC.</summary>
    public static bool TryTime(ReadOnlySpan<char> text, out TimeOnly time, out TimeSpan? offset)
    {
        offset = null;
        if (text.Length == 5 && text[2] == ':' && Number(text[..2], 2, out var hour) && Number(text[3..], 2, out var minute) && hour < 24 && minute < 60)
        {
            time = new TimeOnly(hour, minute);
            return true;
        }

        if (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase))
        {
            offset = TimeSpan.Zero;
            text = text[..^1];
        }
        else if (text.LastIndexOfAny('+', '-') is > 0 and var sign)
        {
            if (!TimeSpan.TryParseExact(text[(sign + 1)..], s_offsetFormats, CultureInfo.InvariantCulture, out var zone) || zone > TimeSpan.FromHours(14))
            {
                time = default;
                return false;
            }

            offset = text[sign] == '-' ? -zone : zone;
            text = text[..sign];
        }

        return TimeOnly.TryParseExact(text.Trim(), s_timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    // The blank or T between date and time; a date in words has blanks of its own.
    private static int SplitTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0)
            return text.Length;
        var split = text[..colon].LastIndexOfAny(' ', 'T');
        return split < 0 ? text.Length : split;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        Span<Range> ranges = stackalloc Range[4];
        if (text.SplitAny(ranges, "-/. ", StringSplitOptions.RemoveEmptyEntries) != 3)
            return false;
        var first = text[ranges[0]];
        var second = text[ranges[1]];
        var third = text[ranges[2]];
        if (first.Length == 4)
            return IsDay(third, second, first, out parts);
        if (third.Length != 4)
            return false;
        if (!Number(first, 2, out var day) || !Number(second, 2, out var month))
            return IsDay(first, second, third, out parts);
        if (!Number(third, 4, out var year) || year < 1)
            return false;
        parts = new DateParts(day, month, year) { IsNumeric = true };
        return true;
    }

    private static bool IsDay(ReadOnlySpan<char> dayText, ReadOnlySpan<char> monthText, ReadOnlySpan<char> yearText, out DateParts parts)
    {
        parts = default;
        if (!Number(yearText, 4, out var year) || year < 1 || !Number(dayText, 2, out var day))
            return false;
        if (!Number(monthText, 2, out var month))
            month = MonthNamed(monthText);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        parts = new DateParts(day, month, year);
        return true;
    }

    private static int MonthNamed(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
            return 0;
        for (var month = 0; month < s_months.Length; month++)
            if (text.StartsWith(s_months[month], StringComparison.OrdinalIgnoreCase) && (text.Length == 3 || IsWhole(text, month + 1)))
                return month + 1;
        return 0;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int month) =>
        text.Equals(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month), StringComparison.OrdinalIgnoreCase);

    private static bool Number(ReadOnlySpan<char> text, int mostDigits, out int value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > mostDigits)
            return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = value * 10 + digit - '0';
        }

        return true;
    }
}
