using System.Globalization;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads dates with or without a time, in India's clock. Without formats of a mapping: ISO 8601 and day-first forms
/// (31-12-2023, 31/12/2023 14:05, 31 Dec 2023). A column that shows dates which can only be month first, such as
/// 12/31/2023, is in doubt: there, a date that could be either is not guessed.
/// </summary>
internal sealed class DateReader(IReadOnlyList<string>? formats)
{
    private static readonly TimeSpan s_indiaOffset = new(5, 30, 0);
    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] s_offsetFormats = [@"hh\:mm", "hhmm", "hh"];
    private static readonly string[] s_timeFormats = ["HH:mm", "HH:mm:ss", "H:mm", "h:mm tt", "hh:mm tt", "h:mm:ss tt", "HH:mm:ss.FFFFFFF"];
    private readonly (string Format, bool HasTime)[]? _formats = formats?.Select(format => (format, format.AsSpan().ContainsAny('H', 'h'))).ToArray();

    /// <summary>The sample holds dates that can only be month first: one that could be either is ambiguous.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Dates that can only be month first.</summary>
    public long MonthFirst { get; private set; }

    /// <summary>Dates that could be either, taken as day first.</summary>
    public long EitherWay { get; private set; }

    /// <summary>Keeps of what was read so far only whether the column is in doubt.</summary>
    public void EndSample()
    {
        IsInDoubt = MonthFirst > 0;
        (MonthFirst, EitherWay) = (0, 0);
    }

    /// <param name="time">Null when the text has none.</param>
    public DateOutcome Read(ReadOnlySpan<char> text, out DateOnly date, out TimeOnly? time)
    {
        (date, time) = (default, null);
        if (_formats is not null)
            return ReadExact(text, _formats, out date, out time) ? DateOutcome.Read : DateOutcome.Invalid;
        if (ReadIso(text, out date, out time))
            return DateOutcome.Read;
        var split = SplitTime(text);
        var outcome = ReadDate(text[..split], out date);
        if (outcome != DateOutcome.Read || split == text.Length)
            return outcome;
        var clock = text[(split + 1)..].Trim();
        if (!ReadTime(clock, out var local, out var offset))
            return DateOutcome.Invalid;
        time = local;
        if (offset is not { } zone)
            return DateOutcome.Read;
        var here = new DateTimeOffset(date.ToDateTime(local), zone).ToOffset(s_indiaOffset).DateTime;
        (date, time) = (DateOnly.FromDateTime(here), TimeOnly.FromDateTime(here));
        return DateOutcome.Read;
    }

    // The form that files of millions of rows have: 2023-12-31, 2023-12-31 14:05, 2023-12-31T14:05.
    private static bool ReadIso(ReadOnlySpan<char> text, out DateOnly date, out TimeOnly? time)
    {
        (date, time) = (default, null);
        if (text.Length is not (10 or 16) || text[4] != '-' || text[7] != '-' || !Make(text[8..10], text[5..7], text[..4], out date))
            return false;
        if (text.Length == 10)
            return true;
        if (text[10] is not ('T' or ' ') || text[13] != ':' || !Number(text[11..13], 2, out var hour) || !Number(text[14..], 2, out var minute))
            return false;
        if (hour > 23 || minute > 59)
            return false;
        time = new TimeOnly(hour, minute);
        return true;
    }

    private static bool ReadExact(ReadOnlySpan<char> text, (string Format, bool HasTime)[] formats, out DateOnly date, out TimeOnly? time)
    {
        foreach (var (format, hasTime) in formats)
        {
            if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var value))
                continue;
            date = DateOnly.FromDateTime(value);
            time = hasTime ? TimeOnly.FromDateTime(value) : null;
            return true;
        }

        (date, time) = (default, null);
        return false;
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

    private DateOutcome ReadDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        text = text.Trim();
        Span<Range> parts = stackalloc Range[4];
        if (text.SplitAny(parts, "-/. ", StringSplitOptions.RemoveEmptyEntries) != 3)
            return DateOutcome.Invalid;
        var first = text[parts[0]];
        var second = text[parts[1]];
        var third = text[parts[2]];
        if (first.Length == 4)
            return Make(third, second, first, out date) ? DateOutcome.Read : DateOutcome.Invalid;
        if (third.Length != 4)
            return DateOutcome.Invalid;
        if (!Number(first, 2, out var day) || !Number(second, 2, out var month))
            return Make(first, second, third, out date) ? DateOutcome.Read : DateOutcome.Invalid;
        if (day is >= 1 and <= 12 && month is > 12 and <= 31)
        {
            MonthFirst++;
            return DateOutcome.Invalid;
        }

        if (!Make(first, second, third, out date))
            return DateOutcome.Invalid;
        if (day > 12 || day == month)
            return DateOutcome.Read;
        if (IsInDoubt)
            return DateOutcome.Ambiguous;
        EitherWay++;
        return DateOutcome.Read;
    }

    private static bool Make(ReadOnlySpan<char> dayText, ReadOnlySpan<char> monthText, ReadOnlySpan<char> yearText, out DateOnly date)
    {
        date = default;
        if (!Number(yearText, 4, out var year) || year < 1 || !Number(dayText, 2, out var day))
            return false;
        if (!Number(monthText, 2, out var month))
            month = MonthNamed(monthText);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
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

    /// <summary>A time of day: 14:05, 14:05:30, 2:05 PM, with or without an offset from UTC.</summary>
    public static bool ReadTime(ReadOnlySpan<char> text, out TimeOnly time, out TimeSpan? offset)
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
}
