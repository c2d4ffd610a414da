using System.Collections.Immutable;

namespace CrimeInsight.Core.Statutes;

/// <summary>
/// Abbreviations that police use for several acts: the number of a section tells which. "80/97 DP Act" is Delhi's Police Act, "3/4 DP Act" the Dowry
/// Prohibition Act; "65 BP Act" is Bombay's Prohibition Act, "135 BP Act" its Police Act. A number of neither is of an unknown act.
/// </summary>
internal static class SharedAbbreviations
{
    /// <summary>One act for each abbreviation, which <see cref="StatuteAct.Of"/> makes the right one.</summary>
    public static ImmutableArray<StatuteAct> All { get; } =
    [
        Shared("DP", ["DP ACT", "DPACT"], (1, 10, "DP"), (20, 150, "POLICE")),
        Shared(StatuteActs.Other, ["BP ACT", "MPA"], (33, 57, "POLICE"), (65, 98, "PROHIBITION"), (99, 145, "POLICE")),
        Shared(StatuteActs.Other, ["E ACT"], (26, 79, "EXCISE"), (126, 152, "ELECTRICITY")),
        Shared(StatuteActs.Other, ["IE ACT"], (3, 12, "EXPLOSIVES"), (39, 50, "ELECTRICITY"), (126, 152, "ELECTRICITY")),
    ];

    private static StatuteAct Shared(string code, ImmutableArray<string> aliases, params ImmutableArray<(int First, int Last, string Act)> meant) =>
        StatuteActs.Find(code)! with { Aliases = aliases, Meant = meant };
}
