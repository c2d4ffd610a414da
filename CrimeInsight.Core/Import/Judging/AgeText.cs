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
    private const int Adult = 18, Old = 60;

    /// <summary>No age is greater.</summary>
    public const int Most = 120;

    /// <returns>Null when it is no age.</returns>
    public static AgeReading? Read(string text)
    {
        var plain = Half().Replace(Around().Replace(PlainText.Of(text), ""), "");
        if (ImportWords.Find(ImportWords.Age, plain) is { } group)
            return Group(group);
        if (Below().Match(plain) is { Success: true } below)
            return Number(below) is > 0 and <= 6 ? AgeBand.Below6 : Number(below) is > 0 and <= Adult ? AgeReading.Minor : null;
        if (Above().Match(plain) is { Success: true } above)
            return Number(above) is >= Old and <= Most ? AgeBand.From60 : Number(above) is >= Adult and < Old ? AgeReading.Adult : null;
        if (Span().Match(plain) is { Success: true } span && AreUnits(span.Groups["unit"]) && IsSpan(span))
            return Within(Number(span), int.Parse(span.Groups["last"].ValueSpan, CultureInfo.InvariantCulture));
        return (Counted().Match(plain) is { Success: true } counted ? Count(counted) : null) ?? Several(plain);
    }

    // Two people or more: 34, 15. One of them may be a child.
    private static AgeReading? Several(string plain)
    {
        var people = Between().Split(plain);
        if (people.Length < 2)
            return null;
        var ages = people.Select(person => Counted().Match(person) is { Success: true } counted ? Count(counted) : null).ToList();
        if (!ages.TrueForAll(age => age is not null))
            return null;
        return ages.Distinct().Count() == 1 ? ages[0] : ages.Exists(age => age!.Value.IsMinor) ? AgeReading.Minor : AgeReading.Adult;
    }

    private static AgeReading? Group(string group) => group switch
    {
        "minor" => AgeReading.Minor,
        "senior" => AgeBand.From60,
        "adult" => AgeReading.Adult,
        _ => null,
    };

    // 25-35: of age, in no single band; 10-17: a minor.
    private static AgeReading? Within(int first, int last)
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
            switch (unit.Length == 0 && isFirst ? "years" : unit == "m" && !isFirst ? "months" : ImportWords.Find(ImportWords.Age, unit))
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

    // A stroke is one between years that follow each other; 30/6 may be years and months, or two people.
    private static bool IsSpan(Match span) =>
        span.Groups["sign"].Value != "/" || Number(span) + 1 == int.Parse(span.Groups["last"].ValueSpan, CultureInfo.InvariantCulture);

    private static bool AreUnits(Group unit) => unit.Length == 0 || ImportWords.Find(ImportWords.Age, unit.ValueSpan) == "years";

    private static int Number(Match match) => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    // ~30, 30 (approx), 14-year-old.
    [GeneratedRegex(@"^~\s*|^\(|\s*\(?\s*(?:approx\.?|approximately|लगभग)\s*\)?$|\)$|(?<=\d)-(?=years?-old|yr)|-(?=old$)", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    // Completed years: 15½ is 15.
    [GeneratedRegex(@"½|(?<=\d) 1/2(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"\s*(?:,\s+|;|&|\s(?:and|व|और|एवं|மற்றும்|ও)\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:<|below|under|less than|upto|u)\s*[/-]?\s*(?<number>\d{1,3})\s*(?:years?|yrs?|y)?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    [GeneratedRegex(
        @"^(?:(?:>=?|above|over)\s*(?<number>\d{1,3})\s*(?:years?|yrs?|y)?\.?"
            + @"|(?<number>\d{1,3})\s*(?:years?|yrs?|y)?\.?\s*(?:\+|& above|and above|plus|or more))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Above();

    [GeneratedRegex(
        @"^(?:(?:about|approx\.?|लगभग|करीब)\s*)?(?<number>\d{1,3})\s*(?<sign>-|to|से|/)\s*(?<last>\d{1,3})\s*(?<unit>[\p{L}\p{M}\u200C\u200D. ]*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(
        @"^(?:(?:age[d]?|about|approx\.?|around|nearly|लगभग|करीब|आयु|உத்தேசம்|வயது|বয়স|वय)\s*:?\s*)?"
            + @"(?:(?<number>\d{1,4})(?:\.\d+)?\s*(?<unit>[\p{L}\p{M}\u200C\u200D.]*(?: old)?)\s*(?:and|,)?\s*){1,3}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
