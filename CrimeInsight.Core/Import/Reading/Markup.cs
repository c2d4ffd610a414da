using System.Net;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Remains of HTML in a value: <c>Salem &amp;amp; Erode</c>, <c>lock broken&lt;br&gt;</c>.</summary>
internal static partial class Markup
{
    // An entity may have been written twice.
    private const int MostRounds = 3;

    /// <summary>True for few values: most hold neither of the signs.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny('&', '<') && Remains().IsMatch(text);

    /// <summary>The text that was meant.</summary>
    public static string Clean(string text)
    {
        for (var round = 0; round < MostRounds && Remains().IsMatch(text); round++)
            text = WebUtility.HtmlDecode(Tags().Replace(text, " "));
        text = Tags().Replace(text, " ");
        return Blanks().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});|</?(?:br|p|b|i|u|div|span|td|tr|li|ul|ol|strong|em|font|a)\b[^<>]{0,200}>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Remains();

    [GeneratedRegex(@"</?(?:br|p|b|i|u|div|span|td|tr|li|ul|ol|strong|em|font|a)\b[^<>]{0,200}>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \t\u00A0]+")]
    private static partial Regex Blanks();
}
