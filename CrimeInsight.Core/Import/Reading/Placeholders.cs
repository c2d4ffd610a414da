using System.Buffers;
using System.Collections.Frozen;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>What people type into a cell they have nothing for, in thirteen languages.</summary>
internal static class Placeholders
{
    private const int LeastWordChars = 3;
    private const int MostChars = 24;
    private const int MostSignChars = 4;

    private static readonly string[] s_signs = ["-", "--", "NA", "N/A", "NULL", "NIL"];
    private static readonly string[] s_more = ["---", "–", "—", "?", "??", "n.a.", "n.a", "#N/A", "(null)", "notavailable", "notapplicable"];

    // Blanks do not count. What a gender may be said to be when it is not known says the same of anything else; "u" and "x" do not.
    private static readonly FrozenSet<string> s_words = s_more
        .Concat(ImportWords.Of(ImportWords.Gender, "unknown").Where(word => word.Length >= LeastWordChars))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> s_first = SearchValues.Create(
        [.. s_words.SelectMany(word => new[] { char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0]) }).Distinct()]);

    /// <summary>A sign for nothing that every file uses.</summary>
    public static bool IsSign(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostSignChars || text[0] is not ('-' or 'N' or 'n'))
            return false;
        foreach (var sign in s_signs)
            if (text.Equals(sign, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>A word for nothing: unknown, not known, अज्ञात. Few values begin as one does.</summary>
    public static bool IsWord(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostChars || !s_first.Contains(text[0]))
            return false;
        Span<char> letters = stackalloc char[MostChars];
        var length = 0;
        foreach (var letter in text)
            if (letter != ' ')
                letters[length++] = letter;
        return s_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters[..length]);
    }
}
