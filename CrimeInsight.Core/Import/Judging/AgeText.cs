using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads ages as people write them, in thirteen languages: <c>34 yrs</c>, ३४, <c>34Y</c>, <c>8 months</c>, <c>30-35</c>, <c>60 and above</c>,
/// <c>adult</c>. What no single band holds is an unknown age.
/// </summary>
internal static partial class AgeText
{
    private const int Adult = 18, Old = 60, Most = 120;

    /// <returns>Null when it is no age.</returns>
    public static AgeReading? Read(string text)
    {
        var plain = PlainText.Of(text);
        if (ImportWords.Find(ImportWords.Age, plain) is { } group)
            return Group(group);
        if (Below().Match(plain) is { Success: true } below)
            return Number(below) is > 0 and <= 6 ? AgeBand.Below6 : Number(below) is > 0 and <= Adult ? AgeReading.Minor : null;
        if (Above().Match(plain) is { Success: true } above)
            return Number(above) is >= Old and <= Most ? AgeBand.From60 : Number(above) is >= Adult and < Old ? AgeReading.Adult : null;
        if (Span().Match(plain) is { Success: true } span && AreUnits(span.Groups["unit"]))
            return Between(Number(span), int.Parse(span.Groups["last"].ValueSpan, CultureInfo.InvariantCulture));
        return Counted().Match(plain) is { Success: true } counted ? Count(counted) : null;
    }

    private static AgeReading? Group(string group) => group switch
    {
        "minor" => AgeReading.Minor,
        "senior" => AgeBand.From60,
        "adult" => AgeReading.Adult,
        _ => null,
    };

    // 25-35: of age, in no single band; 10-17: a minor.
    private static AgeReading? Between(int first, int last)
    {
        if (first > last || last > Most)
            return null;
        var band = AgeBands.FromYears(first);
        return band == AgeBands.FromYears(last) ? band : first >= Adult ? AgeReading.Adult : last < Adult ? AgeReading.Minor : null;
    }

    // Years and months; months and days alone are of a child in its first years.
    private static AgeReading? Count(Match counted)
    {
        var years = 0;
        var isFirst = true;
        for (var i = 0; i < counted.Groups["number"].Captures.Count; i++)
        {
            var unit = counted.Groups["unit"].Captures[i].Value;
            var number = int.Parse(counted.Groups["number"].Captures[i].ValueSpan, CultureInfo.InvariantCulture);
            switch (unit.Length == 0 && isFirst ? "years" : ImportWords.Find(ImportWords.Age, unit))
            {
                case "years" when isFirst:
                    years = number;
                    break;
                case "months":
                    years += number / 12;
                    break;
                case "days":
                    years += number / 365;
                    break;
                default:
                    return null;
            }

            isFirst = false;
        }

        return years <= Most ? AgeBands.FromYears(years) : null;
    }

    private static bool AreUnits(Group unit) => unit.Length == 0 || ImportWords.Find(ImportWords.Age, unit.ValueSpan) == "years";

    private static int Number(Match match) => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:<|below|under|less than|upto)\s*(?<number>\d{1,3})\s*(?:years?|yrs?|y)?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    [GeneratedRegex(
        @"^(?:(?:>=?|above|over)\s*(?<number>\d{1,3})\s*(?:years?|yrs?|y)?\.?"
            + @"|(?<number>\d{1,3})\s*(?:years?|yrs?|y)?\.?\s*(?:\+|& above|and above|plus|or more))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Above();

    [GeneratedRegex(@"^(?<number>\d{1,3})\s*(?:-|to|से)\s*(?<last>\d{1,3})\s*(?<unit>[\p{L}\p{M}\u200C\u200D. ]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(
        @"^(?:(?:age[d]?|about|approx\.?|लगभग|करीब|आयु|உத்தேசம்|வயது|বয়স|वय)\s*:?\s*)?"
            + @"(?:(?<number>\d{1,4})(?:\.\d+)?\s*(?<unit>[\p{L}\p{M}\u200C\u200D.]*(?: old)?)\s*(?:and|,)?\s*){1,3}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
