using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Statutes;

/// <summary>Cuts a text into numbers of sections and names of acts.</summary>
internal static partial class SectionScanner
{
    // Number and year of an act behind its sections, as Punjab and Delhi write: 21/61/85 NDPS Act, 25-54-59 Arms Act, 13/3/67 Gambling Act.
    private static readonly (string Act, string Tail)[] s_tails =
        [("ARMS", "54/59"), ("NDPS", "61/85"), ("EXCISE", "1/14"), ("GAMBLING", "3/67")];

    /// <summary>The tokens; whether they surely are sections, by the words around them or because there are no others; and those words.</summary>
    public static (List<SectionToken> Tokens, bool IsCertain, string Words) Scan(string text)
    {
        var written = Asides().Replace(SectionWords.Normalise(text), match => match.Groups["counted"].Success ? match.Groups["counted"].Value : " ");
        var (marked, acts, isNamed) = ActNames.Mark(ArmsSubsections().Replace(written, "25(1$1$2)"));
        marked = WithoutTails(marked, acts);
        var tokens = new List<SectionToken>();
        var words = new List<string>();
        var end = 0;
        foreach (Match match in Tokens().Matches(marked))
        {
            var between = marked[end..match.Index];
            end = match.Index + match.Length;
            AddWords(words, between);
            var token = Token(match, acts, SectionWords.GapOf(between), between is "-" or ".");
            if (token.Act is not null || token.Number.Length + token.Brackets.Length > 0)
                tokens.Add(token);
        }

        AddWords(words, marked[end..]);
        return (tokens, words.Count == 0 || isNamed || SectionWords.HasSectionWord(marked), string.Join(' ', words));
    }

    private static void AddWords(List<string> words, string between)
    {
        if (!SectionWords.AreKnown(between))
            words.Add(SectionWords.WithoutKnownEnds(between));
    }

    private static SectionToken Token(Match match, List<StatuteAct> acts, int gap, bool isTied)
    {
        if (match.Groups["act"].Success)
            return new SectionToken(acts[match.Value[0] - ActNames.FirstMark], "", "", "", gap, false);
        var part = match.Groups["part"] is { Success: true, Value: var roman } ? $"({Roman(roman)})" : "";
        return new SectionToken(
            null, match.Groups["number"].Value.TrimStart('0'), match.Groups["letter"].Value,
            string.Concat(match.Groups["brackets"].Value.Where(letter => letter is not (' ' or '-'))) + part, gap, isTied);
    }

    private static string Roman(string part) => part switch { "1" => "I", "2" => "II", _ => part };

    private static string WithoutTails(string marked, List<StatuteAct> acts)
    {
        foreach (var (code, tail) in s_tails)
        {
            var index = acts.FindIndex(act => act.Code == code || act.Meant.Any(meant => meant.Act == code));
            if (index < 0)
                continue;
            var pattern = $@"\s?[/-]\s?{tail.Replace("/", @"\s?[/-]\s?", StringComparison.Ordinal)}(?=\s*{(char)(ActNames.FirstMark + index)})";
            marked = Regex.Replace(marked, pattern, "", RegexOptions.CultureInvariant);
        }

        return marked;
    }

    // What is no section though it has digits: the number of a case (FIR No. 302/2023), a day, and how many there are (2 cases).
    [GeneratedRegex(
        @"(?<![\p{L}\p{M}])(?:FIR(?:\s*NO)?|(?:CRIME|CR|CASE|GD|DD)\s*(?:NO|NUMBER))\s*[.:#-]?\s*\d{1,6}(?:\s?[/-]\s?\d{2,4})?(?!\d)"
            + @"|(?<!\d|\d[./-])(?:0?[1-9]|[12]\d|3[01])(?<sign>[./-])(?:0?[1-9]|1[0-2])\k<sign>(?:19[5-9]\d|20\d\d)(?!\d)"
            + @"|(?<![\p{L}\d])\d{1,4}\s+(?<counted>CASES?|COUNTS?|TIMES|PERSONS?|ACCUSED|MOBILES?|RUPEES)(?!\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asides();

    // Three digits at most: the year of an act is no section. A letter that begins a word, or R of R/W, is none of the number.
    [GeneratedRegex(
        @"(?<act>[\uE000-\uE0FF])"
            + @"|(?<![\p{L}\p{M}\d])(?<number>\d{1,3})(?!\d|/\d{4})(?:(?<letter>[A-Z]{1,2})(?![\p{L}\p{M}]|\s?/\s?[SW])"
            + @"|\s?-?\s?(?<letter>A[AB]?|B|C|D[AB]?|E|F|G|H|I{1,3})(?![\p{L}\p{M}]))?"
            + @"(?<brackets>(?:\s?-?\s?\(\s?[0-9A-Z]{1,5}(?:\s?-\s?[A-Z]{1,2})?\s?\))*)(?:\s*-?\s*(?:PART|PT|भाग)\s*-?\s*(?<part>I{1,3}|[12])(?![\p{L}\d]))?"
            + @"|(?<=[,/&]\s?)(?<brackets>(?:\([0-9A-Z]{1,4}\))+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    // 25-1B, and 25(1)(B)(a), of the Arms Act.
    [GeneratedRegex(@"(?<!\d)25(?:\s?[-./ ]\s?\(?1\s?-?\s?(AA|AB|A|B)\)?(?![\p{L}\d])|\s?\(1\)\s?\(?(B)\)?(?=\s?\([AB]\)))", RegexOptions.CultureInvariant)]
    private static partial Regex ArmsSubsections();
}
