using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>
/// Recognises text typed for fonts that draw Indian letters in the place of Latin ones (Kruti Dev and its like for Hindi, Bamini for
/// Tamil) by the pairs of letters that are frequent in them and in no language written in Latin letters.
/// </summary>
internal static partial class LegacyFonts
{
    private const double LeastShare = 0.4;
    private const int LeastWords = 5;

    /// <param name="values">Of a column.</param>
    public static string? Find(IEnumerable<string> values)
    {
        int words = 0, krutiDev = 0, bamini = 0;
        foreach (var value in values)
            foreach (var match in Words().EnumerateMatches(value))
            {
                var word = value.AsSpan(match.Index, match.Length);
                words++;
                krutiDev += KrutiDev().IsMatch(word) ? 1 : 0;
                bamini += Bamini().IsMatch(word) ? 1 : 0;
            }

        if (words < LeastWords)
            return null;
        return bamini >= words * LeastShare && bamini > krutiDev ? "Bamini" : krutiDev >= words * LeastShare ? "Kruti Dev" : null;
    }

    [GeneratedRegex(@"[A-Za-z;:\[\]{}\\/'~^&*+=<>|]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // थाना is Fkkuk, जिला ftyk, चोरी pksjh, हत्या gR;k, पुलिस iqfyl, में esa, और vkSj.
    [GeneratedRegex(@"kk|ks[a-z]|[A-Z]k[a-z]|f[tdykn][a-z]|[a-z][A-Z];|iq|vk|\wkS|esa$|[dgjly]h$|\wsa|R;|[bh]Z$", RegexOptions.CultureInvariant)]
    private static partial Regex KrutiDev();

    // மாவட்டம் is khtl;lk;: a dot above a consonant is a semicolon.
    [GeneratedRegex(@"[a-zA-Z];[a-zA-Z]|[a-zA-Z];$", RegexOptions.CultureInvariant)]
    private static partial Regex Bamini();
}
