using System.Globalization;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads the dates of a column, with or without a time, in India's clock. Without formats of a mapping: ISO 8601, day-first forms
/// (31-12-2023, 31/12/2023 14:05, 31 Dec 2023) and what <see cref="DateWords"/> reads. A column that shows dates which can only be
/// month first, such as 12/31/2023, is in doubt: there, a date that could be either is not guessed.
/// </summary>
/// <param name="settle">
/// Looks through the whole column and ends with <see cref="EndSample"/>; asked when a date first needs it. Null: nothing is to be seen.
/// </param>
internal sealed class DateReader(IReadOnlyList<string>? formats, Action? settle = null)
{
    private const int MostCached = 4096;
    private static readonly TimeSpan s_indiaOffset = new(5, 30, 0);

    private readonly (string Format, bool HasTime)[]? _formats = formats?.Select(format => (format, format.AsSpan().ContainsAny('H', 'h'))).ToArray();
    private readonly Dictionary<string, DateParts?> _parts = [];
    private Action? _settle = settle;

    /// <summary>Numbers of days are counted from 1904; said before the first date.</summary>
    public bool CountsFrom1904 { get; set; }

    /// <summary>The column holds dates that can only be month first: one that could be either is ambiguous.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Years of two digits are read, for they fit the years of four beside them.</summary>
    public bool TakesShortYears { get; private set; }

    /// <summary>Dates that can only be month first.</summary>
    public long MonthFirst { get; private set; }

    /// <summary>Dates that could be either, taken as day first.</summary>
    public long EitherWay { get; private set; }

    /// <summary>Dates with a year of two digits, taken.</summary>
    public long ShortYears { get; private set; }

    /// <summary>Years of four digits.</summary>
    public YearSpan Years { get; } = new();

    /// <summary>Years of two digits, as of this century.</summary>
    public YearSpan YearsOfTwoDigits { get; } = new();

    /// <summary>Keeps of what was read so far only how the column is to be read.</summary>
    /// <param name="years">Of four digits, in this and the file's other columns.</param>
    public void EndSample(YearSpan? years = null)
    {
        _settle = null;
        IsInDoubt = MonthFirst > 0;
        TakesShortYears = years is not null && years.Holds(YearsOfTwoDigits);
        (MonthFirst, EitherWay, ShortYears) = (0, 0, 0);
    }

    /// <summary>Reads without asking for the rest of the column.</summary>
    public void Observe(ReadOnlySpan<char> text)
    {
        var asked = _settle;
        _settle = null;
        if (_formats is null && Read(text, out var date, out _) == DateOutcome.Read)
            Years.Add(date.Year);
        _settle = asked;
    }

    /// <param name="time">Null when the text has none.</param>
    public DateOutcome Read(ReadOnlySpan<char> text, out DateOnly date, out TimeOnly? time) => Read(text, out date, out time, out _);

    /// <param name="until">End of a span of hours; at or before <paramref name="time"/>: on the next day. Null when there is none.</param>
    public DateOutcome Read(ReadOnlySpan<char> text, out DateOnly date, out TimeOnly? time, out TimeOnly? until)
    {
        until = null;
        if (_formats is not null)
            return ReadExact(text, out date, out time) ? DateOutcome.Read : DateOutcome.Invalid;
        if (NumericDate.TryIso(text, out date, out time))
            return DateOutcome.Read;
        if (!NumericDate.TryRead(text, out var parts))
        {
            if (Parse(text) is not { } other)
                return DateOutcome.Invalid;
            parts = other;
        }

        var outcome = Resolve(parts, out date);
        if (outcome != DateOutcome.Read || parts.Clock is not { } clock)
            return outcome;
        (date, time) = (clock.IsNextDay ? date.AddDays(1) : date, clock.At);
        until = clock.Until;
        if (clock.Offset is not { } zone)
            return DateOutcome.Read;
        var here = new DateTimeOffset(date.ToDateTime(clock.At), zone).ToOffset(s_indiaOffset).DateTime;
        (date, time) = (DateOnly.FromDateTime(here), TimeOnly.FromDateTime(here));
        return DateOutcome.Read;
    }

    private DateOutcome Resolve(DateParts parts, out DateOnly date)
    {
        date = default;
        if (parts.IsNumeric && parts.Day is >= 1 and <= 12 && parts.Month is > 12 and <= 31)
        {
            MonthFirst++;
            return DateOutcome.Invalid;
        }

        var year = parts.IsShortYear ? YearSpan.CenturyOf(parts.Year) : parts.Year;
        if (year is < 1 or > 9999 || parts.Month is < 1 or > 12 || parts.Day < 1 || parts.Day > DateTime.DaysInMonth(year, parts.Month))
            return DateOutcome.Invalid;
        date = new DateOnly(year, parts.Month, parts.Day);
        var isEither = parts.IsNumeric && parts.Day <= 12 && parts.Day != parts.Month;
        if ((isEither || parts.IsShortYear) && _settle is { } look)
            look();
        if (parts.IsShortYear)
        {
            YearsOfTwoDigits.Add(year);
            if (!TakesShortYears)
                return DateOutcome.Invalid;
            ShortYears++;
        }

        if (!isEither)
            return DateOutcome.Read;
        if (IsInDoubt)
            return DateOutcome.Ambiguous;
        EitherWay++;
        return DateOutcome.Read;
    }

    private DateParts? Parse(ReadOnlySpan<char> text)
    {
        var known = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var parts))
            return parts;
        if (_parts.Count >= MostCached)
            _parts.Clear();
        var plain = DateWords.Bare(PlainText.Of(text));
        // The same forms with digits of another script, with blanks nobody sees, or with an end of the day at 24:00.
        parts = NumericDate.TryRead(plain, out var numeric) ? numeric : DateWords.Read(plain, CountsFrom1904);
        known[text] = parts;
        return parts;
    }

    private bool ReadExact(ReadOnlySpan<char> text, out DateOnly date, out TimeOnly? time)
    {
        if (TryExact(text, out date, out time))
            return true;
        var plain = PlainText.Of(text);
        if (!text.SequenceEqual(plain) && TryExact(plain, out date, out time))
            return true;
        if (plain.LastIndexOf("24:00", StringComparison.Ordinal) is >= 0 and var end
            && TryExact(string.Concat(plain.AsSpan(0, end), "00:00", plain.AsSpan(end + 5)), out date, out time))
        {
            date = date.AddDays(1);
            return true;
        }

        return false;
    }

    private bool TryExact(ReadOnlySpan<char> text, out DateOnly date, out TimeOnly? time)
    {
        foreach (var (format, hasTime) in _formats!)
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
}
