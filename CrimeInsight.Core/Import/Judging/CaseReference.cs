using System.Globalization;
using System.Text;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// The form in which references are compared: <c>0123/24</c>, <c>123 / 2024</c> and <c>१२३/२०२४</c> are one number. Neither case, blanks, dashes and
/// digits of other scripts nor zeros in front tell two cases apart; where two cases are taken for one all the same, their content does, and they are a
/// conflict to decide.
/// </summary>
public static class CaseReference
{
    /// <summary>Begins references that the product made up.</summary>
    private const char MadeUp = '~';

    private const int MostOnStack = 256, YearDigits = 4;

    /// <param name="reference">As it is written.</param>
    /// <param name="reported">By its year, or that of the offence, two digits behind <c>/</c> are known to be a year and no number.</param>
    /// <returns>The same text where that is its form already, as it is for most.</returns>
    public static string FormOf(string reference, DateOnly reported, DateOnly occurred)
    {
        if (IsPlain(reference))
            return reference;
        var plain = Ascii.IsValid(reference) ? reference : PlainText.Of(reference.Normalize(NormalizationForm.FormKC));
        var most = plain.Length + YearDigits;
        Span<char> form = most <= MostOnStack ? stackalloc char[most] : new char[most];
        var length = WithYear(form, WithoutBlanks(plain, form), reported.Year, occurred.Year);
        return form[..WithoutZeros(form[..length])].ToString();
    }

    // Capitals, digits and signs of ASCII, no blank, no zero in front, no two digits at the end that may be a year.
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text is [MadeUp, ..])
            return true;
        var previous = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is <= ' ' or (>= 'a' and <= 'z') or > '~' || IsPadding(letter, previous, text[(i + 1)..]))
                return false;
            previous = letter;
        }

        return !EndsInTwoDigits(text);
    }

    // Capitals; of blanks one, and none beside a sign.
    private static int WithoutBlanks(ReadOnlySpan<char> text, Span<char> form)
    {
        var (length, isBlank) = (0, false);
        foreach (var letter in text)
        {
            if (letter <= ' ')
            {
                isBlank = length > 0;
                continue;
            }

            if (isBlank && IsOfWord(letter) && IsOfWord(form[length - 1]))
                form[length++] = ' ';
            isBlank = false;
            form[length++] = char.ToUpperInvariant(letter);
        }

        return length;
    }

    private static int WithYear(Span<char> form, int length, int reported, int occurred)
    {
        if (!EndsInTwoDigits(form[..length]) || HasFullYear(form[..length]))
            return length;
        var two = (form[length - 2] - '0') * 10 + (form[length - 1] - '0');
        var year = two == reported % 100 ? reported : two == occurred % 100 ? occurred : 0;
        return year == 0 || !year.TryFormat(form[(length - 2)..], out var written, provider: CultureInfo.InvariantCulture) ? length : length - 2 + written;
    }

    private static int WithoutZeros(Span<char> form)
    {
        var length = 0;
        for (var i = 0; i < form.Length; i++)
            if (!IsPadding(form[i], length == 0 ? ' ' : form[length - 1], form[(i + 1)..]))
                form[length++] = form[i];
        return length;
    }

    // A zero before a number, which none of its digits and no decimal point precedes.
    private static bool IsPadding(char letter, char previous, ReadOnlySpan<char> rest) =>
        letter == '0' && !char.IsAsciiDigit(previous) && previous is not ('.' or ',') && rest is [>= '0' and <= '9', ..];

    private static bool EndsInTwoDigits(ReadOnlySpan<char> text) =>
        text is [.., >= '0' and <= '9', '/', >= '0' and <= '9', >= '0' and <= '9'];

    private static bool HasFullYear(ReadOnlySpan<char> text)
    {
        var digits = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                digits++;
                continue;
            }

            if (digits == YearDigits && text.Slice(i - YearDigits, 2) is "19" or "20")
                return true;
            digits = 0;
        }

        return false;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter > '~';
}
