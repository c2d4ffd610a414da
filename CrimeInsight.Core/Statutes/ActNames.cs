using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Statutes;

/// <summary>Finds the names of acts in a text and puts a mark in the place of each.</summary>
internal static class ActNames
{
    /// <summary>Mark of the first act; those of the others follow in their order. Private use: no text holds them.</summary>
    public const char FirstMark = '\uE000';

    private const string Year = @"(?:\s*[-,(/]?\s*(?:1[89]|20)\d\d\s?\)?)?";

    private static readonly FrozenDictionary<string, int> s_indexByAlias = StatuteActs.All
        .SelectMany((act, index) => act.Aliases.Select(alias => (Key: KeyOf(StemOf(SectionWords.Normalise(alias))), Index: index)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Index, StringComparer.Ordinal);

    private static readonly Regex s_known = new(
        @"(?:(?<![\p{L}\p{M}])|(?<=\d[A-Z]))(?:" + string.Join('|', s_indexByAlias.Keys.Order(StringComparer.Ordinal)
            .Select(key => StatuteActs.All[s_indexByAlias[key]].Aliases.First(alias => KeyOf(StemOf(SectionWords.Normalise(alias))) == key))
            .OrderByDescending(alias => alias.Length).Select(PatternOf))
            + @")"
            + @"(?:[\p{M}]*[\p{L}\p{M}]*(?<=சட்ட[\p{L}\p{M}]*))?(?:\s*\(?AMENDMENT\)?)?(?:\s*(?:ACT|ADHINIYAM|अधिनियम|एक्ट))?"
            + Year + @"(?![\p{L}\p{M}])",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    // Some other act: letters up to a word for one.
    private static readonly Regex s_unknown = new(
        @"(?<words>[\p{L}\p{M}][\p{L}\p{M}'() -]*?)?(?<![\p{L}\p{M}])"
            + "(?:ACT|ACTS|ADHINIYAM|ORDINANCE|RULES|REGULATIONS|अधिनियम|एक्ट|சட்டம்)" + Year + @"(?![\p{L}\p{M}])",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    // Names that are words of the language as well: alone they name no act in a sentence.
    private static readonly FrozenSet<string> s_words =
        FrozenSet.Create(StringComparer.Ordinal, "ARMS", "IT", "EXCISE", "GAMBLING", "ELECTRICITY", "PROHI", "MV", "JJ");

    /// <summary>The text with a mark for each act named, the acts in their order, and whether one is named by more than a common word.</summary>
    public static (string Text, List<StatuteAct> Acts, bool IsCertain) Mark(string text)
    {
        var acts = new List<StatuteAct>();
        var isCertain = false;
        var marked = s_known.Replace(text, match =>
        {
            isCertain |= !s_words.Contains(match.Value);
            return MarkOf(acts, StatuteActs.All[IndexOf(match.Value)]);
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

    // The longest alias that the match begins with: behind it stand the word for an act and the year.
    private static int IndexOf(string match)
    {
        var key = KeyOf(match);
        for (var length = key.Length; length > 0; length--)
            if (s_indexByAlias.TryGetValue(key[..length], out var index))
                return index;
        throw new InvalidOperationException($"'{match}' begins with no alias.");
    }

    private static string KeyOf(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter)));

    // Tamil inflects: சட்டம், சட்டத்தின்.
    private static string StemOf(string alias) => alias.EndsWith("சட்டம்", StringComparison.Ordinal) ? alias[..^2] : alias;

    private static string PatternOf(string alias)
    {
        var name = StemOf(SectionWords.Normalise(alias));
        // I P C is IPC.
        var isInitials = name.Length <= 5 && name.All(char.IsAsciiLetterUpper);
        var pattern = new StringBuilder(alias.StartsWith("A ", StringComparison.Ordinal) ? @"(?<!\d)" : "");
        foreach (var letter in name)
            if (letter == ' ')
                pattern.Append(@"\s*");
            else
                pattern.Append(Regex.Escape(letter.ToString())).Append(isInitials ? @"\s?" : "");
        if (isInitials)
            pattern.Length -= 3;
        return pattern.ToString();
    }
}
