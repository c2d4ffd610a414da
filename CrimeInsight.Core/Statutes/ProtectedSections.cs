using System.Collections.Frozen;

namespace CrimeInsight.Core.Statutes;

/// <summary>
/// Sections under which the law forbids to make a victim known: BNS 72 (for 64 to 71; before it IPC 228A for 376 to 376E), POCSO 23
/// and 33(7), JJ Act 74 (children: every section whose victim is a child by its own words). Wider than the letter in two places:
/// IPC 377, and the offence of making a victim known itself.
/// </summary>
public static class ProtectedSections
{
    // IPC: 317 exposure of a child, 363A begging, 366A procuration of a minor, 369 under ten, 372 and 373 selling and buying minors.
    private static readonly FrozenSet<string> s_ipc = FrozenSet.Create(StringComparer.Ordinal,
        "228A", "305", "317", "363A", "366A", "369", "372", "373", "376", "376A", "376AB", "376B", "376C", "376D", "376DA", "376DB", "376E", "377");

    // BNS: 93 exposure of a child, 95 hiring a child to commit an offence, 96 procuration, 97 under ten, 98 and 99 selling and buying,
    // 107 abetment of suicide of a child, 139 begging.
    private static readonly FrozenSet<string> s_bns = FrozenSet.Create(StringComparer.Ordinal,
        "64", "65", "66", "67", "68", "69", "70", "71", "72", "73", "93", "95", "96", "97", "98", "99", "107", "139");

    // Trafficking of minors.
    private static readonly FrozenSet<string> s_parts = FrozenSet.Create(StringComparer.Ordinal,
        "IPC:370(4)", "IPC:370(5)", "IPC:370A(1)", "BNS:143(4)", "BNS:143(5)", "BNS:144(1)", "IT:67B");

    // Every section of theirs: their victims, or their accused, are children.
    private static readonly FrozenSet<string> s_acts = FrozenSet.Create(StringComparer.Ordinal, "POCSO", "JJ", "PCMA", "CHILD-LABOUR");

    public static bool IsSensitive(in LawSection section) => section.Act switch
    {
        StatuteActs.Ipc when s_ipc.Contains(section.Section) => true,
        StatuteActs.Bns when s_bns.Contains(section.Section) => true,
        _ => s_acts.Contains(section.Act) || IsSensitivePart(section),
    };

    /// <summary>The act protects children by all of its sections: to name it is enough, whatever its section.</summary>
    public static bool IsOfChildren(StatuteAct act) => s_acts.Contains(act.Code);

    private static bool IsSensitivePart(in LawSection section)
    {
        foreach (var part in s_parts)
            if (section.ToString() is var name && name.StartsWith(part, StringComparison.Ordinal) && (name.Length == part.Length || name[part.Length] == '('))
                return true;
        return false;
    }
}
