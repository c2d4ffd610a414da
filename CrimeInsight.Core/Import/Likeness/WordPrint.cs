using System.Numerics;

namespace CrimeInsight.Core.Import.Likeness;

/// <summary>
/// 64 bits of a text: texts that share most of their words differ in few of them (Charikar, Similarity estimation techniques from rounding
/// algorithms, STOC 2002). Case, signs and the order of the words do not count.
/// </summary>
public static class WordPrint
{
    private const int Bits = 64;
    private const int MostNear = 10;
    private const ulong Basis = 14_695_981_039_346_656_037, Prime = 1_099_511_628_211;

    /// <summary>0 when there is no word.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        Span<int> sums = stackalloc int[Bits];
        sums.Clear();
        var words = 0;
        var hash = Basis;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsOfWord(text[i]))
            {
                hash = (hash ^ char.ToLowerInvariant(text[i])) * Prime;
                continue;
            }

            if (hash != Basis)
                Add(sums, hash, ++words);
            hash = Basis;
        }

        ulong print = 0;
        for (var bit = 0; bit < Bits; bit++)
            print |= sums[bit] > 0 ? 1UL << bit : 0;
        return words == 0 ? 0 : Math.Max(print, 1);
    }

    /// <summary>1 the same words, 2 much the same, 3 others; 0 when either has none.</summary>
    internal static int Compare(ulong one, ulong other) =>
        one == 0 || other == 0 ? 0 : one == other ? 1 : BitOperations.PopCount(one ^ other) <= MostNear ? 2 : 3;

    // Marks are parts of the words of Indian scripts.
    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // The first word breaks ties.
    private static void Add(Span<int> sums, ulong hash, int word)
    {
        hash ^= hash >> 32;
        hash *= Prime;
        hash ^= hash >> 29;
        var weight = word == 1 ? 3 : 2;
        for (var bit = 0; bit < Bits; bit++)
            sums[bit] += ((hash >> bit) & 1) == 0 ? -weight : weight;
    }
}
