using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Statutes;

/// <summary>The words around sections, in the languages of registers, and one spelling for all texts.</summary>
internal static partial class SectionWords
{
    private const char Anusvara = '\u0902', Candrabindu = '\u0901', Nukta = '\u093C';

    // "क" of Devanagari and of the scripts laid out like it; the next four letters follow.
    private const int FirstConsonant = 0x15, ScriptWidth = 0x80, FirstScript = 0x900, LastScript = 0xC80;

    private static readonly FrozenSet<string> s_section = FrozenSet.Create(StringComparer.Ordinal,
        "SEC", "SECS", "SECTION", "SECTIONS", "US", "U",
        "धारा", "धाराएं", "धाराओं", "பிரிவு", "பிரிவுகள்", "பிரிவின்", "சட்டப்பிரிவு",
        "ধারা", "ধারার", "সেকশন", "దারా", "కలం", "సెక్షన్", "సెక్షన్లు", "સેક્શન", "કલમ", "कलम", "कलमे", "ਧਾਰਾ", "ਸੈਕਸ਼ਨ", "ಕಲಂ", "ಸೆಕ್ಷನ್",
        "വകുപ്പ്", "സെക്ഷൻ", "ଧାରା", "ଦଫା", "دفعہ", "دفعات", "सेक्शन");

    private static readonly FrozenSet<string> s_joining = FrozenSet.Create(StringComparer.Ordinal,
        "AND", "RW", "W", "WITH", "READ", "ALSO", "व", "एवं", "और", "तथा", "सह", "सहपठित", "सपठित", "மற்றும்", "உடன்", "இணைந்து", "ஆகிய",
        "ও", "এবং", "সহ", "আৰু", "మరియు", "అండ్", "અને", "તથા", "ಮತ್ತು", "ಸಹ", "കൂടാതെ", "ഉം", "ਅਤੇ", "ਤੇ", "ଓ", "ଏବଂ", "اور", "و", "आणि");

    private static readonly FrozenSet<string> s_filling = FrozenSet.Create(StringComparer.Ordinal,
        "S", "R", "OF", "THE", "UNDER", "OR", "TO", "ACT", "ACTS", "NO", "NOS", "IN", "PART", "PT", "I", "II", "VIDE",
        "OFFENCE", "OFFENCES", "CLAUSE", "SUB", "DT", "DATED", "SUBSECTION", "CL",
        "के", "की", "का", "अंतर्गत", "अंतगर्त", "तहत", "में", "भाग", "इन", "கீழ்", "ன்", "இன்", "படி", "அன்", "இ");

    private static readonly FrozenDictionary<char, char> s_tamilClauses = new Dictionary<char, char>
    {
        ['அ'] = 'A', ['ஆ'] = 'B', ['இ'] = 'C', ['ஈ'] = 'D', ['உ'] = 'E',
    }.ToFrozenDictionary();

    /// <summary>Capitals, digits 0 to 9, round brackets, no points between letters, one way of writing Hindi's nasals.</summary>
    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
            if (Plain(letter) is not '\0' and var kept)
                plain.Append(kept);
        var joined = Nasals().Replace(plain.ToString(), Anusvara.ToString());
        joined = PointsInInitials().Replace(joined, "");
        joined = PointsBesideLetters().Replace(joined, " ");
        joined = LettersForNoughts().Replace(joined, "0");
        return Clauses().Replace(joined, match => ClauseOf(match.Value[0]).ToString());
    }

    /// <summary>What divides two tokens: 3 for words and signs that join groups, 2 for a comma, 1 for a stroke, 0 for blanks.</summary>
    public static int GapOf(string between) =>
        between.AsSpan().IndexOfAny("&+;|\n") >= 0 || Words(between).Any(s_joining.Contains) ? 3
        : between.Contains(',', StringComparison.Ordinal) ? 2
        : between.AsSpan().IndexOfAny("/-") >= 0 ? 1 : 0;

    public static bool HasSectionWord(string text) => Words(text).Any(s_section.Contains) || text.Contains("U/S", StringComparison.Ordinal);

    /// <summary>No word that sections are not written with.</summary>
    public static bool AreKnown(string text) => Words(text).All(IsKnown);

    /// <summary>The known words at the beginning of a text.</summary>
    public static string LeadingOf(string text)
    {
        var end = 0;
        foreach (var word in WordPattern().EnumerateMatches(text))
        {
            if (!IsKnown(text.AsSpan(word.Index, word.Length).ToString()))
                break;
            end = word.Index + word.Length;
        }

        return text[..end];
    }

    /// <summary>A text without the known words at its ends, and the signs around them.</summary>
    public static string WithoutKnownEnds(string text)
    {
        var words = WordPattern().Matches(text);
        var (first, last) = (0, words.Count - 1);
        while (first < last && IsKnown(words[first].Value))
            first++;
        while (last > first && IsKnown(words[last].Value))
            last--;
        return words.Count == 0 ? "" : text[words[first].Index..(words[last].Index + words[last].Length)];
    }

    /// <summary>Where words, or a sign, tell of sections that took the place of others or fell away.</summary>
    public static int[] Changes(string text) => [.. ChangePattern().Matches(text).Select(match => match.Index)];

    private static bool IsKnown(string word) => s_section.Contains(word) || s_joining.Contains(word) || s_filling.Contains(word);

    private static IEnumerable<string> Words(string text) => WordPattern().Matches(text).Select(match => match.Value);

    private static char Plain(char letter) => letter switch
    {
        Nukta or '"' or '\'' or '“' or '”' or '‘' or '’' or '§' or '*' => '\0',
        Candrabindu => Anusvara,
        '[' or '{' => '(',
        ']' or '}' => ')',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        '।' => '.',
        '\t' or '\u00A0' => ' ',
        _ when char.IsDigit(letter) => (char)('0' + (int)char.GetNumericValue(letter)),
        _ when CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format => '\0',
        _ => char.ToUpperInvariant(letter),
    };

    // Letters of clauses: 304क is 304A, as 304அ is.
    private static char ClauseOf(char letter)
    {
        if (s_tamilClauses.TryGetValue(letter, out var latin))
            return latin;
        var place = letter is >= (char)FirstScript and < (char)LastScript ? letter % ScriptWidth - FirstConsonant : -1;
        return letter switch
        {
            'अ' => 'A',
            'ब' => 'B',
            'ड' => 'D',
            _ when place is >= 0 and <= 4 => (char)('A' + place),
            _ => letter,
        };
    }

    [GeneratedRegex(@"[ङञणनम]\u094D(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Nasals();

    // A point between letters, and the last of I.P.C.
    [GeneratedRegex(@"(?<=[\p{L}\p{M}])\.(?=\s?[\p{L}])|(?<=(?:^|[^\p{L}])\p{L})\.(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PointsInInitials();

    [GeneratedRegex(@"(?<=[\p{L}\p{M}])\.|\.(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PointsBesideLetters();

    // 3O2, 12O-B: no section bears the letter O.
    [GeneratedRegex(@"(?<=\d)O(?=\d)|(?<=(?<!\d)\d\d)O(?![\p{L}\p{M}])", RegexOptions.CultureInvariant)]
    private static partial Regex LettersForNoughts();

    [GeneratedRegex(@"(?<=\d\s?-?\s?\(?\s?)[\u0900-\u0C7F](?![\p{L}\p{M}])", RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    [GeneratedRegex(
        @"@|=>|->|→|(?<!\p{L})(?:ALT(?:ERED|ER|RD)?|CONVERTED|CHANGED|MODIFIED|DELETED?|OMITTED|DROPPED|REMOVED|WITHDRAWN|REPLACED|INSTEAD)(?!\p{L})"
            + "|हटाई|हटाकर|विलोपित|तरमीम|परिवर्तित|மாற்ற|நீக்க",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ChangePattern();

    [GeneratedRegex(@"[\p{L}][\p{L}\p{M}]*", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
