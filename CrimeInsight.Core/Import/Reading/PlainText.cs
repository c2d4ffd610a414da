using System.Buffers;
using System.Globalization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Text without what nobody sees, and with digits of any script as 0 … 9.</summary>
internal static class PlainText
{
    private const char Joiner = '\u200D', NonJoiner = '\u200C';

    // Zero-width blanks, byte-order marks within, soft hyphens, marks of direction.
    private const string Removed = "\u00AD\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

    // Blanks that do not break, and those of typesetters.
    private const string Blanks = "\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    /// <summary>What <see cref="Visible"/> changes, and joiners.</summary>
    public const string Unseen = Removed + "\u200C\u200D" + Blanks;

    private static readonly SearchValues<char> s_unseen = SearchValues.Create(Unseen);

    public static bool HasUnseen(ReadOnlySpan<char> text) => text.ContainsAny(s_unseen);

    /// <summary>Writes the text without what nobody sees; joiners stay within words of Indian scripts, which need them.</summary>
    /// <param name="into">As long as the text.</param>
    /// <returns>Characters written.</returns>
    public static int Visible(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (Removed.Contains(letter))
                continue;
            if (letter is Joiner or NonJoiner && !(i > 0 && text[i - 1] > '\u0600' && i + 1 < text.Length && text[i + 1] > '\u0600'))
                continue;
            into[length++] = Blanks.Contains(letter) ? ' ' : letter;
        }

        return length;
    }

    /// <summary>Lower case, visible, trimmed, digits as 0 … 9, every dash as a hyphen: for reading dates and numbers, not to be kept.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        Span<char> plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = Visible(text, plain);
        for (var i = 0; i < length; i++)
            plain[i] = Plain(plain[i]);
        return plain[..length].Trim().ToString();
    }

    private static char Plain(char letter)
    {
        if (letter < '\u0080')
            return char.ToLowerInvariant(letter);
        if (CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit)
            return (char)('0' + digit);
        return letter switch
        {
            '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
            '٫' => '.',
            '٬' or '،' => ',',
            '：' => ':',
            '’' or '′' or '‘' => '\'',
            '”' or '″' or '“' => '"',
            'º' or '˚' => '°',
            _ => char.ToLowerInvariant(letter),
        };
    }
}
