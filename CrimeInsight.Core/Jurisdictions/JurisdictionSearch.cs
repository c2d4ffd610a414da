using System.Globalization;
using System.Text;

namespace CrimeInsight.Core.Jurisdictions;

/// <summary>
/// Finds jurisdictions by a few typed letters, in any language they have a name in. Case, accents, joiners and spacing do not
/// matter. Whole-name matches come first, then beginnings, then beginnings of a word, then anywhere; higher levels before
/// lower ones, then by name. Names are normalised once, when it is made: 18,000 stations are searched in a few milliseconds.
/// </summary>
public sealed class JurisdictionSearch(JurisdictionTree tree)
{
    private readonly string[][] _names = [.. tree.All.Select(place => place.Names.Values.Select(Normalise).Distinct().ToArray())];

    /// <param name="roots">Only these subtrees are searched; their own roots included.</param>
    /// <param name="text">What was typed; blank gives the roots and their children.</param>
    /// <param name="most">Most results.</param>
    public IReadOnlyList<Jurisdiction> Find(IReadOnlyCollection<Jurisdiction> roots, string? text, string language, int most)
    {
        var typed = Normalise(text ?? "");
        if (typed.Length == 0)
            return [.. roots.SelectMany(root => tree.ChildrenOf(root.Id).Prepend(root)).Take(most)];
        var found = new List<(int Rank, Jurisdiction Place)>();
        for (var i = 0; i < _names.Length; i++)
        {
            var place = tree.All[i];
            if (roots.Any(root => root.Contains(place)) && Rank(_names[i], typed) is { } rank)
                found.Add((rank, place));
        }

        return [.. found
            .OrderBy(match => match.Rank)
            .ThenBy(match => match.Place.Level)
            .ThenBy(match => match.Place.NameIn(language), StringComparer.Ordinal)
            .Take(most)
            .Select(match => match.Place)];
    }

    /// <summary>Lower case, without accents, joiners and punctuation; Indian vowel signs stay.</summary>
    public static string Normalise(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(letter);
            var isLatinAccent = category == UnicodeCategory.NonSpacingMark && letter < 'ऀ';
            if (isLatinAccent || category == UnicodeCategory.Format)
                continue;
            if (char.IsLetterOrDigit(letter) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                builder.Append(char.ToLowerInvariant(letter));
            else if (builder.Length > 0 && builder[^1] != ' ')
                builder.Append(' ');
        }

        return builder.ToString().TrimEnd();
    }

    private static int? Rank(string[] names, string typed)
    {
        int? best = null;
        foreach (var normal in names)
        {
            var at = normal.IndexOf(typed, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var rank = at == 0 ? (normal.Length == typed.Length ? 0 : 1) : normal[at - 1] == ' ' ? 2 : 3;
            best = best is { } known ? Math.Min(known, rank) : rank;
        }

        return best;
    }
}
