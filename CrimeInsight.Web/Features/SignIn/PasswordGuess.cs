using System.Collections.Frozen;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// How many guesses somebody who knows how people choose passwords needs for one: the cheapest way to put it together from common words,
/// words about the person, keyboard runs, sequences, repetitions, dates and single characters (after Wheeler, zxcvbn, USENIX Security 2016,
/// with a list of words of our own, mostly Indian). The number is a logarithm to base 10.
/// </summary>
public sealed class PasswordGuess
{
    // Beyond it nothing gets easier to guess, and looking takes time.
    private const int LongestLookedAt = 64;

    private const double Character = 1;
    private const double OwnWord = 0.3;
    private const double Year = 2;
    private const double Date = 4.5;

    private static readonly FrozenSet<string> s_words = ReadWords();
    private static readonly double s_word = Math.Log10(s_words.Count);

    private static readonly string[] s_runs =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "qazwsxedcrfvtgbyhnujmik",
        "!@#$%^&*()", "147258369", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0",
    ];

    private readonly string _text;
    private readonly string _plain;
    private readonly HashSet<string> _own;

    private PasswordGuess(string password, IEnumerable<string> aboutThePerson)
    {
        _text = password[..Math.Min(password.Length, LongestLookedAt)].ToLowerInvariant();
        _plain = new string([.. _text.Select(Plain)]);
        _own = [.. aboutThePerson.SelectMany(Parts).Where(part => part.Length >= 3)];
    }

    /// <param name="aboutThePerson">Names of the person and of the account.</param>
    public static double Log10(string password, IEnumerable<string> aboutThePerson) => new PasswordGuess(password, aboutThePerson).Find();

    // best[n]: the cheapest way to the first n characters.
    private double Find()
    {
        var best = new double[_text.Length + 1];
        var parts = new int[_text.Length + 1];
        for (var end = 1; end <= _text.Length; end++)
        {
            best[end] = double.PositiveInfinity;
            for (var start = 0; start < end; start++)
            {
                if (Of(start, end - start) is not { } cost)
                    continue;
                var joins = parts[start] + (end - start == 1 ? 0 : 1);
                // In which order parts come must be guessed too.
                var total = best[start] + cost + (joins > parts[start] ? Math.Log10(Math.Max(1, joins)) : 0);
                if (total < best[end])
                    (best[end], parts[end]) = (total, joins);
            }
        }

        return best[_text.Length];
    }

    /// <summary>Of one part; null when it is nothing that people choose.</summary>
    private double? Of(int start, int length)
    {
        if (length == 1)
            return Character;
        if (length < 3)
            return null;
        var text = _text.AsSpan(start, length);
        if (IsWord(_own, start, length))
            return OwnWord;
        if (IsWord(s_words, start, length))
            return s_word;
        if (IsRun(text))
            return Math.Log10(s_runs.Length * 10 * length);
        if (Repeated(text) is { } block)
            return (block == 1 ? Character : block * Character * 0.75) + Math.Log10(length / block);
        return DateOf(text);
    }

    private bool IsWord(IReadOnlySet<string> words, int start, int length) =>
        words.Contains(_text.Substring(start, length)) || words.Contains(_plain.Substring(start, length));

    private static bool IsRun(ReadOnlySpan<char> text)
    {
        Span<char> reversed = stackalloc char[text.Length];
        text.CopyTo(reversed);
        reversed.Reverse();
        foreach (var run in s_runs)
            if (run.AsSpan().Contains(text, StringComparison.Ordinal) || run.AsSpan().Contains(reversed, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Length of the block that the text repeats; null when it does not.</summary>
    private static int? Repeated(ReadOnlySpan<char> text)
    {
        for (var block = 1; block <= text.Length / 2; block++)
            if (text.Length % block == 0 && text[block..].SequenceEqual(text[..^block]))
                return block;
        return null;
    }

    private static double? DateOf(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[text.Length];
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
                digits[count++] = letter;
            else if (letter is not ('-' or '/' or '.' or '_' or ' ') || count == 0)
                return null;
        }

        digits = digits[..count];
        if (count == 4 && text.Length == 4)
            return IsYear(digits) ? Year : null;
        var isDate = count switch
        {
            6 => IsDayAndMonth(digits[..4]),
            8 => (IsDayAndMonth(digits[..4]) && IsYear(digits[4..])) || (IsYear(digits[..4]) && IsDayAndMonth(digits[4..])),
            _ => false,
        };
        return isDate ? Date : null;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is >= 1930 and <= 2049;

    private static bool IsDayAndMonth(ReadOnlySpan<char> digits)
    {
        var (one, two) = (Number(digits[..2]), Number(digits[2..]));
        return (one is >= 1 and <= 31 && two is >= 1 and <= 12) || (two is >= 1 and <= 31 && one is >= 1 and <= 12);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Parts(string about)
    {
        var text = about.ToLowerInvariant();
        return [text, .. text.Split([' ', '.', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries)];
    }

    // What stands for letters.
    private static char Plain(char letter) => letter switch
    {
        '@' or '4' => 'a',
        '3' => 'e',
        '1' or '!' => 'i',
        '0' => 'o',
        '$' or '5' => 's',
        '7' => 't',
        _ => letter,
    };

    private static FrozenSet<string> ReadWords()
    {
        using var stream = typeof(PasswordGuess).Assembly.GetManifestResourceStream("common-words.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
