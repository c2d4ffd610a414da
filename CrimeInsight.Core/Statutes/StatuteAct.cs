using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace CrimeInsight.Core.Statutes;

/// <summary>An act of law whose sections cases are registered under.</summary>
/// <param name="Code">Stable: <c>IPC</c>, <c>BNS</c>, <c>ARMS</c>.</param>
/// <param name="HeadCode">Crime head of its sections that have none of their own.</param>
/// <param name="From">First day in force; null: since ever.</param>
/// <param name="Until">First day no longer in force; null: it is.</param>
/// <param name="Names">By two-letter language.</param>
/// <param name="Aliases">How people write it.</param>
public sealed record StatuteAct(
    string Code, StatuteKind Kind, string HeadCode, DateOnly? From, DateOnly? Until,
    IReadOnlyDictionary<string, string> Names, ImmutableArray<string> Aliases)
{
    /// <summary>Sections whose number ends in a letter: 304A is another one than 304.</summary>
    internal FrozenSet<string> Lettered { get; init; } = FrozenSet<string>.Empty;

    /// <summary>It is known to have no such sections: a letter behind a number is a clause.</summary>
    internal bool HasNoLetters { get; init; }

    /// <summary>What it stands for where it is an abbreviation of several acts, by the number of the section.</summary>
    internal ImmutableArray<(int First, int Last, string Act)> Meant { get; init; } = [];

    /// <summary>The act of a section with this number.</summary>
    internal StatuteAct Of(string number)
    {
        if (Meant.IsEmpty)
            return this;
        _ = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var section);
        foreach (var (first, last, act) in Meant)
            if (section >= first && section <= last)
                return StatuteActs.Find(act)!;
        return StatuteActs.Find(Meant.Any(meant => meant.Act == Code) ? StatuteActs.Other : Code)!;
    }

    /// <param name="language">Two letters; English where there is no name in it.</param>
    public string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Names["en"];

    public bool IsInForce(DateOnly day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);
}
