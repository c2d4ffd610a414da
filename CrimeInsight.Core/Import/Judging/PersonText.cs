using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads a gender, an age, a day of birth, or gender and age in one cell: <c>15Y/F</c>, <c>Male 34</c>, 34 वर्ष महिला, <c>minor girl</c>, <c>12/05/2010</c>.
/// </summary>
internal static partial class PersonText
{
    // "34 M" is a man; "8 M" is a man, a boy or a child of eight months.
    private const int MostMonths = 36;
    private const int OldestBirth = 1800;

    /// <returns>Null when the text says neither, or something that is neither.</returns>
    public static PersonReading? Read(string text)
    {
        if (text.Length == 0)
            return new PersonReading(null, null);
        if (CodeLists.TryGender(text, out var alone))
            return new PersonReading(alone, CodeLists.Age(text)) { IsChild = IsChild(text) };
        if (CodeLists.Age(text) is { } age)
            return new PersonReading(null, age);
        var plain = DateWords.Bare(PlainText.Of(text));
        return plain == text ? Birth(plain) ?? Both(plain) : Known(plain) ?? Birth(plain) ?? Both(plain);
    }

    /// <summary>A day of birth stands there: nothing to repeat.</summary>
    public static bool IsBirth(ReadOnlySpan<char> text) =>
        text.Length >= 6 && PlainText.Of(text) is var plain && (Birth(DateWords.Bare(plain)) is not null || LikeADate().IsMatch(plain));

    private static PersonReading? Known(string plain) =>
        CodeLists.TryGender(plain, out var gender) ? new PersonReading(gender, null) { IsChild = IsChild(plain) }
        : CodeLists.Age(plain) is { } age ? new PersonReading(null, age)
        : null;

    // Years of two digits could be of either century.
    private static PersonReading? Birth(string plain)
    {
        if (!plain.AsSpan().ContainsAny('-', '/', '.') && !plain.Contains(' ', StringComparison.Ordinal))
            return null;
        if ((NumericDate.TryRead(plain, out var numeric) ? numeric : DateWords.Read(plain)) is not { IsShortYear: false, Year: > OldestBirth } parts)
            return null;
        var first = DayOf(parts.Year, parts.Month, parts.Day);
        var second = parts.IsNumeric ? DayOf(parts.Year, parts.Day, parts.Month) : null;
        return (first ?? second) is { } born ? new PersonReading(null, null) { Born = born, BornOtherwise = first is null ? null : second } : null;
    }

    private static DateOnly? DayOf(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // A word for a gender at one end, an age at the other.
    private static PersonReading? Both(string plain)
    {
        foreach (var (gender, rest, isBare) in Split(plain))
        {
            if (CodeLists.Age(rest) is not { } age || rest.Length == 0)
                continue;
            if (isBare && gender == "m" && int.TryParse(rest, out var number) && number <= MostMonths)
                return null;
            if (CodeLists.TryGender(gender, out var read) && read != Gender.Unknown)
                return new PersonReading(read, age) { IsChild = IsChild(gender) };
        }

        return null;
    }

    /// <returns>Word for the gender, the rest, and whether the word follows with nothing but a blank between.</returns>
    private static IEnumerable<(string Gender, string Others, bool IsBare)> Split(string plain)
    {
        if (Last().Match(plain) is { Success: true } last)
            yield return (last.Groups["gender"].Value, last.Groups["rest"].Value, last.Groups["sign"].Value.Trim().Length == 0);
        if (First().Match(plain) is { Success: true } first)
            yield return (first.Groups["gender"].Value, first.Groups["rest"].Value, false);
    }

    private static bool IsChild(string word) => ImportWords.Has(ImportWords.Child, word);

    // Also with a doubt, or a year of two digits.
    [GeneratedRegex(@"\d{1,4}\s*[-/.\s]\s*(?:\d{1,2}|[\p{L}\p{M}]{3,})\s*[-/.,\s]\s*\d{2,4}", RegexOptions.CultureInvariant)]
    private static partial Regex LikeADate();

    [GeneratedRegex(
        @"^(?<rest>.*?[\p{L}\p{M}\d.)])(?<sign>\s*[/,:(-]\s*|\s+|(?<=\d)|\s+की\s+)(?<gender>[\p{L}\p{M}]+(?:\.[\p{L}])*)[.)]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Last();

    [GeneratedRegex(@"^[(]?(?<gender>[\p{L}\p{M}]+)[.]?(?<sign>\s*[/,:(-]\s*|\s+)(?<rest>.*?)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
