using System.Globalization;
using System.Text;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reduces names to what identifies them, in any script: case, blanks, punctuation, joiners, Latin accents and the dots below
/// Devanagari letters do not count, nor how its nasals are written (मुम्बई, मुंबई).
/// </summary>
internal static class NameKey
{
    private const char Virama = '\u094D', Anusvara = '\u0902', Candrabindu = '\u0901', Nukta = '\u093C';
    private const int MostSuggestions = 3;

    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        var text = name.Replace("&", " and ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            // Combining accents of Latin letters; the vowel signs of Indian scripts lie elsewhere and stay.
            if (letter is (>= '\u0300' and <= '\u036F') or Nukta)
                continue;
            if (letter is 'ङ' or 'ञ' or 'ण' or 'न' or 'म' && i + 2 < text.Length && text[i + 1] == Virama && char.IsLetter(text[i + 2]))
            {
                key.Append(Anusvara);
                i++;
            }
            else if (letter == Candrabindu)
            {
                key.Append(Anusvara);
            }
            else if (char.IsLetterOrDigit(letter) || IsMark(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
        }

        return key.ToString();
    }

    /// <summary>The name without a first or last word of a list, where something remains; else null.</summary>
    public static string? Without(string name, IReadOnlyList<string> words)
    {
        var trimmed = name.Trim();
        foreach (var word in words)
        {
            if (trimmed.Length > word.Length && trimmed.EndsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(trimmed[^(word.Length + 1)]))
                return trimmed[..^word.Length];
            if (trimmed.Length > word.Length && trimmed.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(trimmed[word.Length]))
                return trimmed[word.Length..];
        }

        return null;
    }

    /// <summary>
    /// The one key among many that is a slip of the pen away: the same first letter, at most one edit (two from nine letters
    /// on). Null when none or several are.
    /// </summary>
    public static string? Nearest(string key, IEnumerable<string> candidates)
    {
        var most = key.Length >= 9 ? 2 : key.Length >= 5 ? 1 : 0;
        string? nearest = null;
        var least = most + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - key.Length) > most || candidate.Length == 0 || candidate[0] != key[0])
                continue;
            var distance = Distance(key, candidate);
            if (distance == least)
                nearest = null;
            if (distance < least)
                (least, nearest) = (distance, candidate);
        }

        return nearest;
    }

    /// <summary>Keys that resemble one, the most alike first: at most a third of the letters wrong, or beginning with it.</summary>
    public static IReadOnlyList<string> Alike(string key, IEnumerable<string> candidates)
    {
        var most = Math.Max(1, key.Length / 3);
        return key.Length < 3
            ? []
            : [.. candidates
                .Select(candidate => (Key: candidate, Distance: Likeness(key, candidate, most)))
                .Where(candidate => candidate.Distance <= most)
                .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
                .Take(MostSuggestions)
                .Select(candidate => candidate.Key)];
    }

    private static bool IsMark(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark;

    private static int Likeness(string key, string candidate, int most) =>
        candidate.StartsWith(key, StringComparison.Ordinal) ? 1
        : Math.Abs(candidate.Length - key.Length) > most ? int.MaxValue
        : Distance(key, candidate);

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
