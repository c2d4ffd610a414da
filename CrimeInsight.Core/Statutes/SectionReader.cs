using System.Collections.Immutable;

namespace CrimeInsight.Core.Statutes;

/// <summary>
/// Reads sections as people write them: 304-A, u/s 304(B) r/w 34 IPC, 3/25 Arms Act, BNS 303(2), धारा 302, several acts in one text.
/// </summary>
/// <param name="isKnown">Whether an act has a section, for lists whose acts are named apart from them.</param>
public sealed class SectionReader(Func<LawSection, bool>? isKnown = null)
{
    // Its last section; beyond it, and with letters behind numbers, there is only the code before it.
    private const int LastOfSanhita = 358;

    // The one section of IPC of which both (a) and A are there: obscene acts, and lotteries.
    private const string Doubled = "294";

    private static readonly string[] s_romans = ["I", "II", "III", "IV", "V"];

    /// <summary>Reads lists whose acts are named apart from them by their order alone.</summary>
    public static SectionReader Plain { get; } = new();

    /// <param name="acts">Where acts are named apart from the sections: another column, its heading, a constant; blank: nowhere.</param>
    /// <param name="day">Of the offence: tells the penal code where no act is named.</param>
    /// <returns>Null when the text has neither a section nor an act.</returns>
    public SectionReading? Read(string text, string? acts, DateOnly day) => Read(text, string.IsNullOrWhiteSpace(acts) ? [] : ActsIn(acts), day);

    /// <inheritdoc cref="Read(string, string?, DateOnly)"/>
    internal SectionReading? Read(string text, ImmutableArray<StatuteAct> apart, DateOnly day)
    {
        var (tokens, isCertain, words) = SectionScanner.Scan(text);
        var numbers = ActAssignment.Assign(tokens);
        if (tokens.Count == 0)
            return null;
        var groups = GroupsOf(numbers);
        var sections = new List<LawSection>();
        var isAssumed = false;
        for (var at = 0; at < numbers.Count && sections.Count < SectionList.Most; at++)
        {
            var (token, own) = numbers[at];
            var act = own ?? ActOf(token, apart, groups, at);
            isAssumed |= act is null;
            Add(sections, token, act?.Of(token.Number) ?? PenalCode(token, day));
        }

        ImmutableArray<StatuteAct> named =
        [
            .. tokens.Select(token => token.Act).OfType<StatuteAct>().Concat(apart)
                .Where(act => act.Meant.IsEmpty || act.Code != StatuteActs.Other).Distinct(),
        ];
        return new SectionReading([.. sections.Distinct()], named, isAssumed, isCertain)
        {
            Words = words,
            IsAltered = IsAltered(text, apart, day),
        };
    }

    // "174 CrPC altered to 302 IPC": an inquest that became a case loses nothing.
    private bool IsAltered(string text, ImmutableArray<StatuteAct> apart, DateOnly day) => SectionWords.Changes(text) switch
    {
        [] => false,
        [var only] => Read(text[..only], apart, day)?.Sections.Any(section => StatuteActs.Find(section.Act)?.Kind != StatuteKind.Procedure) == true,
        _ => true,
    };

    /// <summary>The acts that a text names, in its order.</summary>
    public static ImmutableArray<StatuteAct> ActsIn(string text) =>
        [.. SectionScanner.Scan(text).Tokens.Select(token => token.Act).OfType<StatuteAct>().Distinct()];

    // The act of a number whose text names none: the one beside it; of several the one of its group, or that has such a section.
    private StatuteAct? ActOf(SectionToken token, ImmutableArray<StatuteAct> apart, int[] groups, int at)
    {
        if (apart.Length < 2)
            return apart.FirstOrDefault();
        if (groups[^1] == apart.Length - 1)
            return apart[groups[at]];
        return apart.FirstOrDefault(act => isKnown?.Invoke(SectionOf(token, act)) == true) ?? apart[0];
    }

    // Which of the groups that semicolons and the like divide each number is in.
    private static int[] GroupsOf(List<(SectionToken Number, StatuteAct? Act)> numbers)
    {
        var groups = new int[Math.Max(1, numbers.Count)];
        for (var at = 1; at < numbers.Count; at++)
            groups[at] = groups[at - 1] + (numbers[at].Number.Gap == 3 ? 1 : 0);
        return groups;
    }

    private static StatuteAct PenalCode(SectionToken token, DateOnly day)
    {
        var code = StatuteActs.PenalCodeOn(day);
        var older = StatuteActs.Find(StatuteActs.Ipc)!;
        return code != older && (int.TryParse(token.Number, out var number) && number > LastOfSanhita || older.Lettered.Contains(token.Number + token.Letter))
            ? older
            : code;
    }

    private static void Add(List<LawSection> sections, SectionToken token, StatuteAct act)
    {
        if (token.Number.Length == 0)
        {
            // 191(2), (3); brackets that no number stands before say nothing.
            if (sections is [.., var before])
                sections.Add(before with { Subsection = WithLast(before.Subsection, ClausesOf(token.Brackets)) });
            return;
        }

        // 103-1 and 115.2 of an act whose sections bear no letters.
        if (act.HasNoLetters && token is { IsTied: true, Number.Length: 1, Letter: "" } && sections is [.., { Subsection: "" } tied] && tied.Act == act.Code)
            sections[^1] = tied with { Subsection = $"({token.Number}){ClausesOf(token.Brackets)}" };
        else
            sections.Add(SectionOf(token, act));
    }

    private static LawSection SectionOf(SectionToken token, StatuteAct act)
    {
        var (number, letter, brackets) = (token.Number, token.Letter, token.Brackets);
        var clauses = ClausesOf(brackets);
        if (letter.Length > 0 && act.Lettered.Contains(number + letter))
            return new LawSection(act.Code, number + letter, clauses);
        if (letter.Length > 0)
            return IsClause(act, number, letter)
                ? new LawSection(act.Code, number, $"({letter.ToLowerInvariant()}){clauses}")
                : new LawSection(act.Code, number + letter, clauses);
        // 304(A) is 304A.
        var end = brackets.IndexOf(')', StringComparison.Ordinal);
        if (end > 1 && act.Lettered.Contains(number + brackets[1..end]) && !(act.Code == StatuteActs.Ipc && number == Doubled))
            return new LawSection(act.Code, number + brackets[1..end], ClausesOf(brackets[(end + 1)..]));
        return new LawSection(act.Code, number, clauses);
    }

    private static bool IsClause(StatuteAct act, string number, string letter) =>
        act.HasNoLetters || s_romans.Contains(letter) || (act.Code == StatuteActs.Ipc && number == Doubled);

    // (1B)(a): a letter behind a digit is a capital, every other small.
    private static string ClausesOf(string brackets) => string.Concat(
        brackets.Split('(', StringSplitOptions.RemoveEmptyEntries).Select(part => "(" + (char.IsAsciiDigit(part[0]) ? part : part.ToLowerInvariant())));

    // (3) takes the place of (2), (b) that of (a), and what is of another kind follows.
    private static string WithLast(string clauses, string last)
    {
        var at = clauses.LastIndexOf('(');
        return at >= 0 && char.IsAsciiDigit(clauses[at + 1]) == char.IsAsciiDigit(last[1]) ? clauses[..at] + last : clauses + last;
    }
}
