using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads amounts as people write them: <c>₹ 1.5 lakh</c>, <c>Rs. 12,34,567/-</c>, <c>1 lakh 50 thousand</c>, ५ लाख, <c>45000,50</c>, <c>2.5E+05</c>.
/// </summary>
internal static partial class RupeeText
{
    private const decimal MostScale = 1_000_000_000;

    /// <returns>Null when it is no amount.</returns>
    public static decimal? Read(string text)
    {
        var plain = Around().Replace(PlainText.Of(text).Replace("₹", " ", StringComparison.Ordinal).Trim(), "");
        if (Machine().IsMatch(plain))
            return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var counted)
                ? counted
                : null;
        return Part(plain) ?? Sum(plain);
    }

    // 1 lakh 50 thousand: each part of a smaller unit than the one before; "1 lakh 50" leaves the second open.
    private static decimal? Sum(string plain)
    {
        if (Parts().Match(plain) is not { Success: true } match || match.Groups["part"].Captures.Count < 2)
            return null;
        var (sum, last) = (0m, MostScale + 1);
        foreach (Capture part in match.Groups["part"].Captures)
        {
            if (Part(part.Value, out var scale) is not { } amount || scale <= 1 || scale >= last)
                return null;
            (sum, last) = (sum + amount, scale);
        }

        return sum;
    }

    private static decimal? Part(string plain) => Part(plain, out _);

    private static decimal? Part(string plain, out decimal scale)
    {
        scale = 1m;
        if (Amount().Match(plain) is not { Success: true } match || !NumberText.TryRead(match.Groups["number"].Value.Trim(), isGrouped: true, out var number))
            return null;
        foreach (Capture word in match.Groups["word"].Captures)
        {
            if (ImportWords.Find(ImportWords.Scale, word.ValueSpan) is { } by)
                scale *= decimal.Parse(by, CultureInfo.InvariantCulture);
            else if (!ImportWords.Has(ImportWords.Rupee, word.ValueSpan))
                return null;
        }

        return scale > MostScale ? null : number * scale;
    }

    private const string Word = @"[\p{L}\p{M}\u200C\u200D]+";

    [GeneratedRegex(
        "^(?:(?<word>" + Word + @")[.:]?\s*)?(?<number>-?\d[\d.,' ]*?)\s*(?:/[-=]|=(?:00)?(?:/-)?)?"
            + @"(?:\s*(?<word>" + Word + @")[.]?)*\s*(?:/[-=])?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:(?:rs|inr|rupees|रु|ரூ)\.?\s*)?(?<part>\d[\d.,]*\s*" + Word + @"\.?)(?:\s*(?:,|and|&|और|மற்றும்)?\s*(?<part>\d[\d.,]*\s*" + Word
        + @"\.?))+(?:\s*(?:rs|rupees|only|रुपये|रु|ரூபாய்|টাকা)\.?)*\s*(?:/-)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\d+(?:\.\d+)?e\+?\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();

    [GeneratedRegex(@"^(?:approx(?:imately)?|about|around|लगभग|करीब|worth|~)\.?\s*|\s*\(?(?:approx(?:imately)?|लगभग)\.?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Around();
}
