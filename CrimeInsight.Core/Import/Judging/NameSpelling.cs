using System.Globalization;
using System.Text;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// How Indian names vary in Latin letters: doubled letters, aspirates, long vowels, v and w, sh and s do not make another name; a
/// vowel more or less is a slip; another consonant is another name.
/// </summary>
internal static class NameSpelling
{
    private const int OfVowel = 1, OfSwap = 1, OfConsonant = 2, OfOtherConsonant = 3;

    private static readonly (string Written, string Read)[] s_sounds =
    [
        ("ksh", "x"), ("chh", "c"), ("ch", "c"), ("ck", "k"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("kh", "k"), ("gh", "g"), ("jh", "j"),
        ("ph", "f"), ("zh", "z"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("aa", "a"), ("aw", "au"), ("w", "v"), ("y", "i"), ("q", "k"),
    ];

    /// <summary>A <see cref="NameKey"/> as it sounds.</summary>
    public static string Fold(string key)
    {
        var folded = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length;)
        {
            var sound = Array.Find(s_sounds, pair => string.CompareOrdinal(key, i, pair.Written, 0, pair.Written.Length) == 0);
            var read = sound.Read ?? key[i].ToString();
            i += sound.Written?.Length ?? 1;
            if (folded.Length == 0 || folded[^1] != read[0] || char.IsDigit(read[0]))
                folded.Append(read);
            else
                folded.Append(read.AsSpan(1));
        }

        return folded.ToString();
    }

    /// <summary>The most by which a folded name may be off and still be a misspelling.</summary>
    public static int MostSlips(string folded) => folded.Length >= 9 ? 2 : folded.Length >= 4 ? 1 : 0;

    /// <summary>The most by which a folded name may be off to be suggested.</summary>
    public static int MostDoubt(string folded) => folded.Length >= 9 ? 4 : folded.Length >= 6 ? 3 : folded.Length >= 4 ? 2 : 0;

    /// <summary>Optimal string alignment of folded names, weighted by what a letter means; beyond <paramref name="most"/> any larger number.</summary>
    public static int Distance(string a, string b, int most)
    {
        if (a == b)
            return 0;
        if (Math.Abs(a.Length - b.Length) > most || a.Length == 0 || b.Length == 0)
            return int.MaxValue;
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 1; j <= b.Length; j++)
            previous[j] = previous[j - 1] + Weight(b[j - 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] + Weight(a[i - 1]);
            var least = current[0];
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(
                    Math.Min(previous[j] + Weight(a[i - 1]), current[j - 1] + Weight(b[j - 1])), previous[j - 1] + Exchange(a[i - 1], b[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + OfSwap);
                least = Math.Min(least, current[j]);
            }

            if (least > most + OfSwap)
                return int.MaxValue;
            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    private static int Weight(char letter) => IsVowel(letter) || letter == 'h' ? OfVowel : OfConsonant;

    private static int Exchange(char a, char b) =>
        a == b ? 0
        : (IsVowel(a) && IsVowel(b)) || (a, b) is ('v', 'b') or ('b', 'v') or ('n', 'm') or ('m', 'n') or ('z', 'l') or ('l', 'z') or ('z', 'j') or ('j', 'z')
            ? OfVowel
        : OfOtherConsonant;

    private static bool IsVowel(char letter) =>
        letter is 'a' or 'e' or 'i' or 'o' or 'u'
        || (letter >= 'ऀ' && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark);
}
