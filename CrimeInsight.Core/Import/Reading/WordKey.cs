using System.Globalization;
using System.Text;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>
/// Reduces headers and short words to what identifies them, in any script: case, blanks, punctuation, joiners and dots below letters
/// do not count. <c>Source Reference</c>, <c>SOURCE-REFERENCE</c> and <c>source_reference</c> are one.
/// </summary>
internal static class WordKey
{
    // The dots below letters of Devanagari, Bengali, Gurmukhi, Gujarati, Odia and Kannada.
    private const string Dots = "\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC";

    /// <summary>Empty for text without letters and digits.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in text.ToString().Normalize(NormalizationForm.FormKD))
            if (letter is not (>= '\u0300' and <= '\u036F') && !Dots.Contains(letter) && IsKept(letter))
                key.Append(char.ToLowerInvariant(letter));
        return key.ToString();
    }

    private static bool IsKept(char letter) => char.IsLetterOrDigit(letter)
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark;
}
