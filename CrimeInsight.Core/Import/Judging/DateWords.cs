using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads dates in words and other forms of people and machines: <c>5th March 2024</c>, ५ मार्च २०२४, <c>March 5, 2024 9.30 pm</c>,
/// <c>20240305</c>, a spreadsheet's day number (<c>45356.5</c>), seconds and milliseconds since 1970, and day and month beside a
/// marked financial year (<c>05/03 FY 2023-24</c>).
/// </summary>
internal static partial class DateWords
{
    private const int MostChars = 100;
    private static readonly char[] s_around = [' ', '*', '†', '‡', '#', '"', '\'', '(', ')', '[', ']', ',', ';', '.', '।'];
    private const double MostEpochSeconds = 4_102_444_800;
    private const int LeastSerial = 18_264, MostSerial = 73_050;
    private static readonly TimeSpan s_indiaOffset = new(5, 30, 0);
    private const int DaysTo1904 = 1_462;
    private static readonly DateTime s_serialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <param name="text">As <see cref="PlainText.Of"/> gives it.</param>
    /// <param name="countsFrom1904">Numbers of days are counted from 1904, as some spreadsheets do.</param>
    /// <returns>Null when it is no date.</returns>
    public static DateParts? Read(string text, bool countsFrom1904 = false)
    {
        if (text.Length is 0 or > MostChars)
            return null;
        if (char.IsAsciiDigit(text[0]) && ReadNumber(text, countsFrom1904) is { } counted)
            return counted;
        if (FinancialYear().Match(text) is { Success: true } marked)
            return ReadFinancial(text, marked);
        foreach (var form in (ReadOnlySpan<Regex>)[DayMonthYear(), MonthDayYear(), YearMonthDay(), Numbers(), NumbersFromYear(), OfMachines()])
            if (form.Match(text) is { Success: true } match && Assemble(match) is { } parts)
                return parts;
        return null;
    }

    /// <summary>A date without what people and forms put around it: <c>Dt. 05-03-2024</c>, दिनांक, <c>on</c>, quotes, and the star of a footnote.</summary>
    /// <param name="text">As <see cref="PlainText.Of"/> gives it.</param>
    public static string Bare(string text)
    {
        var bare = text.Trim(s_around);
        if (Announced().Match(bare) is { Success: true } announced)
            bare = bare[announced.Length..];
        return Followed().Replace(bare, "").Trim(s_around).Replace('\\', '/');
    }

    private static DateParts? Assemble(Match match)
    {
        if (match.Groups["weekday"] is { Success: true } weekday && !ImportWords.Has(ImportWords.Weekday, weekday.ValueSpan))
            return null;
        var isNumeric = match.Groups["first"].Success;
        var yearText = match.Groups["year"].Value;
        var day = Number(match.Groups[isNumeric ? "first" : "day"]);
        var month = isNumeric ? Number(match.Groups["second"]) : Month(match.Groups["month"]);
        if (month < 1 || day is < 1 or > 31 || ReadClock(match.Groups["rest"].Value) is not (true, var clock))
            return null;
        // What begins with a year of four digits has the month in the middle.
        var isReversed = match.Groups["reversed"].Success;
        var year = Number(match.Groups["year"]);
        return isReversed
            ? new DateParts(month, day, year) { Clock = clock }
            : new DateParts(day, month, year) { IsNumeric = isNumeric, IsShortYear = yearText.Length == 2, Clock = clock };
    }

    private static (bool IsRead, Clock? Clock) ReadClock(string rest)
    {
        var text = Zones().Replace(rest, zone => zone.Groups["utc"].Success ? "z" : "").Trim(' ', ',', ';', '-', '(', ')', '.', '@');
        if (text.Length > 0 && text[0] == 't' && text.Length > 1 && char.IsAsciiDigit(text[1]))
            text = text[1..];
        if (text.Length == 0 || ImportWords.Has(ImportWords.Weekday, text) || ImportWords.Has(ImportWords.Clock, text))
            return (true, null);
        if (NumericDate.TryTime(text, out var time, out var offset))
            return (true, new Clock(time) { Offset = offset });
        return ClockText.Read(text) is { } clock ? (true, clock) : (false, null);
    }

    // Day and month beside a marked financial year, which runs from April to March.
    private static DateParts? ReadFinancial(string text, Match marked)
    {
        var first = Number(marked.Groups["from"]);
        var last = Number(marked.Groups["until"]);
        var from = first < 100 ? 2000 + first : first;
        if ((from + 1) % 100 != last % 100)
            return null;
        var rest = string.Concat(text.AsSpan(0, marked.Index), " ", text.AsSpan(marked.Index + marked.Length)).Trim(' ', ',', '(', ')', '-', '/');
        if (Read($"{rest} {from}") is not { } parts)
            return null;
        return parts with { Year = parts.Month >= 4 ? from : from + 1 };
    }

    private static DateParts? ReadNumber(string text, bool countsFrom1904)
    {
        // No year of this century or the last is a month, so that eight digits are read one way only.
        if (CompactFromDay().Match(text) is { Success: true } fromDay)
            return new DateParts(Number(fromDay.Groups["day"]), Number(fromDay.Groups["month"]), Number(fromDay.Groups["year"])) { IsNumeric = true };
        if (Compact().Match(text) is { Success: true } compact)
        {
            var (month, day) = (Number(compact.Groups["month"]), Number(compact.Groups["day"]));
            return month is < 1 or > 12 || day < 1 || ReadClock(compact.Groups["rest"].Value) is not (true, var clock)
                ? null
                : new DateParts(day, month, Number(compact.Groups["year"])) { Clock = clock };
        }

        if (!Counted().IsMatch(text) || !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        if (number + (countsFrom1904 ? DaysTo1904 : 0) is >= LeastSerial and < MostSerial and var days)
            return Of(s_serialZero.AddSeconds(Math.Round(days * 86_400)), hasTime: days != Math.Floor(days));
        var seconds = text.Split('.')[0].Length switch
        {
            9 or 10 => number,
            13 => number / 1000,
            _ => double.NaN,
        };
        return double.IsNaN(seconds) || seconds > MostEpochSeconds
            ? null
            : Of(DateTime.UnixEpoch.AddSeconds(Math.Floor(seconds)) + s_indiaOffset, hasTime: true);
    }

    private static DateParts Of(DateTime moment, bool hasTime) =>
        new(moment.Day, moment.Month, moment.Year) { Clock = hasTime ? new Clock(TimeOnly.FromDateTime(moment)) : null };

    private static int Month(Group word) =>
        ImportWords.Find(ImportWords.Month, word.ValueSpan) is { } month ? int.Parse(month, CultureInfo.InvariantCulture) : 0;

    private static int Number(Group digits) => int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private const string Weekday = @"^(?:(?<weekday>[\p{L}\p{M}\u200C\u200D]+)\.?[\s,]+)?";
    private const string Day = @"(?<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?(?:\s+day(?=\s+of\b))?";
    private const string Name = @"(?<month>[\p{L}\p{M}\u200C\u200D]+)\.?";
    private const string Year = @"(?<year>\d{4}|\d{2})(?![\d:])(?<rest>.*)$";

    [GeneratedRegex(Weekday + Day + @"[\s,./-]*(?:of\s+)?" + Name + @"[\s,./'-]*" + Year, RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(Weekday + Name + @"[\s./-]*" + Day + @"[\s,./'-]+" + Year, RegexOptions.CultureInvariant)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"^(?<year>\d{4})[\s,./-]*" + Name + @"[\s,./-]*" + Day + @"(?!\d)(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(Weekday + @"(?<first>\d{1,2})\s*[-/.\s]\s*(?<second>\d{1,2})\s*[-/.\s]\s*" + Year, RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?<reversed>)(?<year>\d{4})\s*[-/.\s]\s*(?<first>\d{1,2})\s*[-/.\s]\s*(?<second>\d{1,2})(?!\d)(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumbersFromYear();

    // Tue Mar 05 14:30:00 IST 2024: a clock before the year.
    [GeneratedRegex(
        Weekday + Name + @"\s+" + Day + @"\s+(?<rest>\d{1,2}:\d{2}(?::\d{2})?(?:\s+(?:[a-z]{1,4}|[+-]\d{4}))?)\s+(?<year>\d{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex OfMachines();

    private const string FinancialYearWords = "f\\.?\\s?y\\.?|financial year|fin\\.? year|वित्त(?:ीय)? वर्ष|நிதியாண்டு"
        + "|আর্থিক বছর|आर्थिक वर्ष|ఆర్థిక సంవత్సరం|નાણાકીય વર્ષ|مالی سال|ಹಣಕಾಸು ವರ್ಷ|ਵਿੱਤੀ ਸਾਲ|സാമ്പത്തിക വർഷം";

    [GeneratedRegex(
        @"[\s,/(-]*\(?(?:" + FinancialYearWords + @")[\s:'-]*(?<from>\d{4}|\d{2})\s*[-/]\s*(?<until>\d{4}|\d{2})(?!\d)\)?", RegexOptions.CultureInvariant)]
    private static partial Regex FinancialYear();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:[t\s]?(?<rest>\d{4}|\d{6}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<day>\d{2})(?<month>0[1-9]|1[0-2])(?<year>(?:19|20)\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex CompactFromDay();

    [GeneratedRegex(
        @"^(?:(?:dt|dtd|dated|date|on|the|this|dob|d\.o\.b|born|दिनांक|दिनाँक|दि|तारीख|ता|தேதி|நாள்|তারিখ|তাং|তাৰিখ|దినాంకం|తేదీ|తేది|તારીખ|તા|દિનાંક|ದಿನಾಂಕ|ದಿ|തീയതി|തിയതി|തിയ്യതി"
            + @"|ਮਿਤੀ|ਤਾਰੀਖ|ତାରିଖ|ତା|تاریخ)(?![\p{L}\p{M}])[\s.:-]*)+(?=[\p{L}\d])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    [GeneratedRegex(@"\s+(?:को|की|रोजी|அன்று|তারিখে|తేదీన|న|ના રોજ|ರಂದು|നു|ਨੂੰ|ରେ)$", RegexOptions.CultureInvariant)]
    private static partial Regex Followed();

    // GMT+0530 (India Standard Time), UTC, IST.
    [GeneratedRegex(
        @"\s*\(?\b(?:ist|india standard time|indian standard time)\b\)?|\s*\b(?:gmt|utc)(?=[+-])|(?<utc>\s*\b(?:gmt|utc)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Zones();

    [GeneratedRegex(@"^(?:\d{5}|\d{9,10}|\d{13})(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
