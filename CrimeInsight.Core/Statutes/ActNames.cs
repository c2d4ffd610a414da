using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Statutes;

/// <summary>Finds the names of acts in a text and puts a mark in the place of each.</summary>
internal static class ActNames
{
    /// <summary>Mark of the first act; those of the others follow in their order. Private use: no text holds them.</summary>
    public const char FirstMark = '\uE000';

    // "Act" in the languages of registers.
    private const string Words =
        "ACTS?|ADHINIYAM|ORDINANCE|अधिनियम|एक्ट|अध्यादेश|कायदा|कायद्या|আইন|আইনের|এক্ট|অ্যাক্ট|చట్టం|యాక్ట్|અધિનિયમ|ધારો|ધારા|એક્ટ|કાયદો|ಕಾಯ್ದೆ|ಅಧಿನಿಯಮ|ಆಕ್ಟ್"
            + "|നിയമം|ആക്ട്|ਐਕਟ|ਅਧਿਨਿਯਮ|ଆଇନ|ଅଧିନିୟମ|ଆକ୍ଟ|ایکٹ|قانون";

    private const string Prohibition = "PROHIBITION", And = "AND", Blank = @"\s*";

    private const string Year = @"(?:\s*[-,(/]?\s*(?:1[89]|20)\d\d\s?\)?)?";

    private static readonly ImmutableArray<StatuteAct> s_acts = [.. StatuteActs.All, .. SharedAbbreviations.All];

    private static readonly FrozenDictionary<string, int> s_indexByAlias = s_acts
        .SelectMany((act, index) => act.Aliases.Select(alias => (Key: KeyOf(StemOf(SectionWords.Normalise(alias))), Index: index)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Index, StringComparer.Ordinal);

    private static readonly string s_names = string.Join('|', s_indexByAlias.Keys.Order(StringComparer.Ordinal)
        .Select(key => s_acts[s_indexByAlias[key]].Aliases.First(alias => KeyOf(StemOf(SectionWords.Normalise(alias))) == key))
        .OrderByDescending(alias => alias.Length).Select(PatternOf));

    private static readonly Regex s_known = new(
        $@"(?:(?<![\p{{L}}\p{{M}}])|(?<=\d[A-Z]))(?<state>{StateWords.Pattern}(?:\s*STATE)?\s*)?(?<name>{s_names})"
            + $@"(?:[\p{{M}}]*[\p{{L}}\p{{M}}]*(?<=சட்ட[\p{{L}}\p{{M}}]*))?(?:\s*(?:{Words}))?"
            + $@"(?:\s*\(?\s*{StateWords.Pattern}?\s*AMENDMENT\s*\)?(?:\s*(?:{Words}))?)?{Year}(?![\p{{L}}\p{{M}}])",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    // Some other act: letters up to a word for one.
    private static readonly Regex s_unknown = new(
        @"(?<words>[\p{L}\p{M}][\p{L}\p{M}'() -]*?)?(?<![\p{L}\p{M}])"
            + "(?:" + Words + "|RULES|REGULATIONS|சட்டம்)" + Year + @"(?![\p{L}\p{M}])",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    // Names that are words of the language as well: alone they name no act in a sentence.
    private static readonly FrozenSet<string> s_words =
        FrozenSet.Create(StringComparer.Ordinal, "ARMS", "IT", "EXCISE", "GAMBLING", "ELECTRICITY", "PROHI", "MV", "JJ",
            "PROHIBITION", "GAMING", "POLICE", "GANGSTER", "GANGSTERS", "GOONDA", "GOONDAS", "GUNDA", "EC", "पुलिस", "जुआ", "जुगार", "उत्पाद", "द्यूत",
            "જુગાર", "জুয়া", "ਜੂਆ", "ଜୁଆ");

    /// <summary>The text with a mark for each act named, the acts in their order, and whether one is named by more than a common word.</summary>
    public static (string Text, List<StatuteAct> Acts, bool IsCertain) Mark(string text)
    {
        var acts = new List<StatuteAct>();
        var isCertain = false;
        var marked = s_known.Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (IsOfAnother(text.AsSpan(0, match.Index), name, match.Groups["state"].Success))
                return match.Value;
            isCertain |= !s_words.Contains(name);
            return MarkOf(acts, s_acts[s_indexByAlias[KeyOf(name)]]);
        });
        if (StatuteActs.Find(StatuteActs.Other) is { } other)
            marked = s_unknown.Replace(marked, match => SectionWords.AreKnown(match.Groups["words"].Value)
                ? match.Value
                : string.Concat(SectionWords.LeadingOf(match.Groups["words"].Value), MarkOf(acts, other)));
        return (marked, acts, isCertain);
    }

    // Marks are given in the order of finding; a text read left to right may meet them in another.
    private static string MarkOf(List<StatuteAct> acts, StatuteAct act)
    {
        acts.Add(act);
        return string.Concat(" ", (char)(FirstMark + acts.Count - 1), " ");
    }

    // "Beggary Prohibition Act" is no law on liquor: a name that begins with a common word is an act's own only where no other word stands before it.
    private static bool IsOfAnother(ReadOnlySpan<char> before, string name, bool hasState)
    {
        if (hasState || !name.StartsWith(Prohibition, StringComparison.Ordinal))
            return false;
        var word = before.TrimEnd(" (-");
        var start = word.Length;
        while (start > 0 && char.IsLetter(word[start - 1]))
            start--;
        return start < word.Length && !SectionWords.AreKnown(word[start..].ToString());
    }

    private static string KeyOf(string name) =>
        string.Concat(name.Replace("&", And, StringComparison.Ordinal).Where(letter => !char.IsWhiteSpace(letter)));

    // Tamil inflects: சட்டம், சட்டத்தின்.
    private static string StemOf(string alias) => alias.EndsWith("சட்டம்", StringComparison.Ordinal) ? alias[..^2] : alias;

    private static string PatternOf(string alias)
    {
        var name = StemOf(SectionWords.Normalise(alias));
        // I P C is IPC.
        var isInitials = name.Length <= 5 && name.All(char.IsAsciiLetterUpper);
        // 25A Act and 66E Act have a section with a letter.
        var pattern = new StringBuilder(alias[1] == ' ' ? @"(?<!\d)" : "");
        foreach (var letter in name)
            if (letter == ' ')
                pattern.Append(Blank);
            else
                pattern.Append(Regex.Escape(letter.ToString())).Append(isInitials ? @"\s?" : "");
        if (isInitials)
            pattern.Length -= 3;
        // Prohibition of Ragging Act.
        if (name.EndsWith(Prohibition, StringComparison.Ordinal))
            pattern.Append(@"(?!\s*OF\b)");
        return pattern.Replace("&", $"(?:{And}|&)").Replace($"{Blank}{And}{Blank}", $@"{Blank}(?:{And}|&){Blank}").ToString();
    }
}
