using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads times of day as people write them: <c>9.30 PM</c>, <c>0930 hrs</c>, <c>24:00</c>, रात 10 बजे, and ranges such as
/// <c>between 22:00 and 02:00</c>, in thirteen languages.
/// </summary>
internal static partial class ClockText
{
    private const int MostChars = 80;

    /// <param name="text">As <see cref="PlainText.Of"/> gives it.</param>
    /// <param name="isPacked">A number alone is hours and minutes without a colon: 930, 15.</param>
    public static Clock? Read(string text, bool isPacked = false)
    {
        if (text.Length is 0 or > MostChars)
            return null;
        var parts = Parts(HyphenForColon().Replace(text, ":"));
        if (parts is null)
            return null;
        var dash = parts.FindIndex(part => part.IsRange);
        if (dash < 0)
            return One(parts, null, isPacked, out _);
        var left = parts[..dash].Where(part => !part.IsRange).ToList();
        var right = parts[(dash + 1)..].Where(part => !part.IsRange).ToList();
        // Words such as "from" and "till" around a single time say no range.
        if (!left.Exists(part => part.Number is not null) || !right.Exists(part => part.Number is not null))
            return One([.. left, .. right], null, isPacked, out _);
        return Both(left, right, isPacked);
    }

    /// <summary>A number of one to four digits: it may lack leading zeros and the colon.</summary>
    public static bool IsBare(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 4 && !text.ContainsAnyExceptInRange('0', '9');

    // "9 to 11 PM": a side without a part of the day takes the other's, or its opposite where that would turn the span around.
    private static Clock? Both(List<Part> left, List<Part> right, bool isPacked)
    {
        // 22-02 hrs: the word behind is said of both.
        if (left.Concat(right).FirstOrDefault(part => part.IsFiller) is { } filler)
            (left, right) = ([.. left, filler], [.. right, filler]);
        var from = One(left, null, isPacked, out var leftHalf);
        var until = One(right, null, isPacked, out var rightHalf);
        if (leftHalf is null && rightHalf is not null)
            from = One(left, rightHalf, isPacked, out _) is { } taken && taken.At < until?.At ? taken : One(left, Other(rightHalf), isPacked, out _);
        else if (rightHalf is null && leftHalf is not null)
            until = One(right, leftHalf, isPacked, out _) is { } taken && taken.At > from?.At ? taken : One(right, Other(leftHalf), isPacked, out _);
        return from is { } start && until is { } end ? start with { Until = end.At } : null;
    }

    private static string Other(string half) => half switch
    {
        "am" => "pm",
        "pm" => "am",
        _ => half,
    };

    private static Clock? One(List<Part> parts, string? inherited, bool isPacked, out string? half)
    {
        half = parts.Find(part => part.Half is not null)?.Half;
        var numbers = parts.FindAll(part => part.Number is not null);
        if (numbers.Count is 0 or > 3)
            return null;
        var first = numbers[0].Number!;
        var isAlone = numbers.Count == 1;
        var hasWords = parts.Exists(part => part.IsFiller);
        if (isAlone ? first.Length is 5 or > 6 || (first.Length <= 2 && (half ?? inherited) is null && !isPacked && !hasWords)
            : first.Length > 2 || numbers.Skip(1).Any(number => number.Number!.Length != 2 && !(hasWords && number.Number.Length < 2)))
            return null;
        var isHourAndMinute = isAlone && (first.Length is 3 or 4 || (isPacked && half is null));
        var digits = first.PadLeft(isHourAndMinute ? 4 : 2, '0');
        var hour = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minute = isHourAndMinute || digits.Length == 6 ? int.Parse(digits[2..4], CultureInfo.InvariantCulture)
            : isAlone ? 0 : int.Parse(numbers[1].Number!, CultureInfo.InvariantCulture);
        var second = numbers.Count == 3 ? int.Parse(numbers[2].Number!, CultureInfo.InvariantCulture)
            : digits.Length == 6 ? int.Parse(digits[4..], CultureInfo.InvariantCulture) : 0;
        return At(hour, minute, second, half ?? inherited);
    }

    private static Clock? At(int hour, int minute, int second, string? half)
    {
        if (hour == 24 && minute == 0 && second == 0)
            return new Clock(TimeOnly.MinValue) { IsNextDay = true };
        if (hour > 23 || minute > 59 || second > 59)
            return null;
        var turned = half switch
        {
            "am" when hour == 12 => 0,
            "pm" when hour < 12 => hour + 12,
            "noon" when hour is >= 1 and <= 5 => hour + 12,
            "night" when hour is >= 5 and < 12 => hour + 12,
            "night" or "midnight" when hour == 12 => 0,
            _ => hour,
        };
        return new Clock(new TimeOnly(turned, minute, second));
    }

    // Null when a word is unknown or signs stand where they should not.
    private static List<Part>? Parts(string text)
    {
        var parts = new List<Part>();
        foreach (Match match in Pieces().Matches(DayPartsOfTwoWords().Replace(text.Replace("a.m", "am", StringComparison.Ordinal)
            .Replace("p.m", "pm", StringComparison.Ordinal), "$1$2")))
        {
            if (match.Groups["number"].Success)
                parts.Add(new Part { Number = match.Value });
            else if (match.Groups["word"].Success)
                parts.Add(Word(match.ValueSpan)!);
            else if (match.Value is "-" or "~")
                parts.Add(new Part { IsRange = true });
            else if (match.Value is not (":" or "." or "," or "(" or ")" or "'" or "@"))
                return null;
            if (parts is [.., null])
                return null;
        }

        return parts;
    }

    private static Part? Word(ReadOnlySpan<char> word)
    {
        if (ImportWords.Find(ImportWords.DayPart, word) is { } half)
            return new Part { Half = half };
        if (ImportWords.Has(ImportWords.Clock, word))
            return new Part { IsFiller = true };
        if (ImportWords.Has(ImportWords.Between, word))
            return new Part();
        return ImportWords.Has(ImportWords.Range, word) ? new Part { IsRange = true } : null;
    }

    // 21-30 can be no hours; 21-22 may be.
    [GeneratedRegex(@"(?<=^\d{1,2})-(?=(?:2[5-9]|[3-5]\d)(?![\d:.-]))", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenForColon();

    [GeneratedRegex(@"(?<number>\d+)|(?<word>[\p{L}\p{M}\u200C\u200D]+)|\S", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    // Half past midnight in two words: आधी रात, ਅੱਧੀ ਰਾਤ, آدھی رات, અડધી રાત.
    [GeneratedRegex(@"(आधी|ਅੱਧੀ|آدھی|અડધી) (रात|ਰਾਤ|رات|રાત)", RegexOptions.CultureInvariant)]
    private static partial Regex DayPartsOfTwoWords();

    private sealed class Part
    {
        public string? Number { get; init; }

        public string? Half { get; init; }

        public bool IsFiller { get; init; }

        public bool IsRange { get; init; }
    }
}
