using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads amounts as people write them: <c>₹ 1.5 lakh</c>, <c>Rs. 12,34,567/-</c>, <c>2 crore</c>, ५ लाख, <c>45000,50</c>.</summary>
internal static partial class RupeeText
{
    /// <returns>Null when it is no amount.</returns>
    public static decimal? Read(string text)
    {
        var plain = PlainText.Of(text).Replace("₹", " ", StringComparison.Ordinal).Trim();
        if (Amount().Match(plain) is not { Success: true } match || !NumberText.TryRead(match.Groups["number"].Value.Trim(), isGrouped: true, out var number))
            return null;
        var scale = 1m;
        foreach (Capture word in match.Groups["word"].Captures)
        {
            if (ImportWords.Find(ImportWords.Scale, word.ValueSpan) is { } by)
                scale *= decimal.Parse(by, CultureInfo.InvariantCulture);
            else if (!ImportWords.Has(ImportWords.Rupee, word.ValueSpan))
                return null;
        }

        return scale > 1_000_000_000 ? null : number * scale;
    }

    [GeneratedRegex(
        @"^(?:(?<word>[\p{L}\p{M}\u200C\u200D]+)[.:]?\s*)?(?<number>-?\d[\d.,' ]*?)\s*(?:/[-=]|=(?:00)?(?:/-)?)?(?:\s*(?<word>[\p{L}\p{M}\u200C\u200D]+)[.]?)*\s*(?:/[-=])?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
