using System.Collections.Frozen;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// The one offence that a case is counted as, of all its sections in any order (docs/adr/0017): NCRB's principal offence, the
/// one with the greatest punishment; of equal ones the head that comes first in the table of heads. A special law decides only
/// over a graver class of punishment than the penal code's, except that POCSO takes the sexual offences it repeats.
/// </summary>
internal static class PrincipalOffence
{
    private const string Pocso = "POCSO";

    // NCRB counts "POCSO Act read with IPC 376, 354, 354A …" under POCSO (Crime in India, crimes against children).
    private static readonly FrozenSet<string> s_sexual = FrozenSet.Create(StringComparer.Ordinal,
        "rape", "attempt-to-rape", "assault-on-women", "sexual-harassment", "stalking", "insult-to-modesty");

    /// <summary>The offence that decides, with the heads that share its section; null when there is none.</summary>
    public static Offence? Of(IReadOnlyCollection<Offence> offences)
    {
        var penal = Gravest(offences.Where(offence => offence.Act.Kind == StatuteKind.Penal));
        var special = Gravest(offences.Where(offence => offence.Act.Kind != StatuteKind.Penal));
        var chosen = penal is null || (special is not null && special.Punishment.Class > penal.Punishment.Class) ? special : penal;
        if (chosen is not null && s_sexual.Contains(chosen.Head.Code))
            chosen = Gravest(offences.Where(offence => offence.Act.Code == Pocso)) ?? chosen;
        return chosen is { Heads.Count: > 1 } ? Refined(chosen, offences) : chosen;
    }

    private static Offence? Gravest(IEnumerable<Offence> offences) =>
        offences.OrderByDescending(offence => offence.Punishment).ThenBy(offence => offence.Head.Rank)
            .ThenBy(offence => offence.Act.Code, StringComparer.Ordinal).ThenBy(offence => offence.Place).FirstOrDefault();

    // 3/25 Arms Act: section 3 is about firearms alone, and so is the case.
    private static Offence Refined(Offence chosen, IReadOnlyCollection<Offence> offences)
    {
        var told = offences.Where(other => other.Heads.Count == 1 && chosen.Heads.Contains(other.Head)).Select(other => other.Head).Distinct().ToArray();
        return told.Length == 0 ? chosen : chosen with { Heads = [told.MinBy(head => head.Rank)!] };
    }
}
