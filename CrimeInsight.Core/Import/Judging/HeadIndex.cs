using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Finds crime heads by code, by name in any language, by alias, by sections of law, or by a name misspelt so little that it
/// can mean only one. What was found for a text is remembered.
/// </summary>
internal sealed class HeadIndex
{
    private readonly CrimeHeadTree _tree;
    private readonly StatuteIndex _statutes;
    private readonly SectionReader _reader;
    private readonly Dictionary<string, CrimeHead> _byKey = new(StringComparer.Ordinal);

    public HeadIndex(CrimeHeadTree tree, StatuteIndex statutes)
    {
        (_tree, _statutes) = (tree, statutes);
        _reader = new SectionReader(statutes.IsKnown);
        // The finer head wins a name that a coarser one shares: incidents carry the finest.
        foreach (var head in tree.All.OrderByDescending(head => head.Level))
        {
            _byKey.TryAdd(NameKey.Of(head.Code), head);
            foreach (var name in head.Names.Values)
                _byKey.TryAdd(NameKey.Of(name), head);
        }

        foreach (var (kind, alias, code) in ImportAliases.All)
            if (kind == ImportAliases.Head && tree.Find(code) is { } head)
                _byKey.TryAdd(NameKey.Of(alias), head);
    }

    /// <param name="text">Code, name or sections; blank when the sections alone tell.</param>
    /// <param name="sections">Of a column of their own.</param>
    /// <param name="acts">Acts of the sections, where another column or its heading names them.</param>
    /// <param name="day">Of the offence.</param>
    public HeadVerdict Find(string text, string sections, string acts, DateOnly day)
    {
        var listing = sections.Length == 0 ? null : _reader.Read(sections, acts, day);
        if (text.Length == 0)
            return Alone(listing, sections, acts, day, ImportField.Sections);
        var listed = listing is null ? null : Counted(listing);
        if (HeadNamed(text) is { } head)
            return Named(head, listed);
        var key = NameKey.Of(text);
        if (_reader.Read(text, acts, day) is { } reading)
        {
            var together = listing is null ? reading : Together(reading, listing);
            if (Alone(together, text, acts, day, ImportField.HeadCode) is var counted && (counted.Reason is null || counted.Suggestion is not null))
                return counted;
        }

        if (key.Length > 0 && NameKey.Nearest(key, _byKey.Keys) is { } nearest && _tree.IsLeaf(_byKey[nearest].Id))
            return Named(_byKey[nearest], listed) with { CorrectedFrom = text };
        var alike = string.Join(" / ", NameKey.Alike(key, _byKey.Keys).Select(found => _byKey[found].Code).Distinct());
        return Refused(RejectReason.HeadUnknown, ImportField.HeadCode, alike.Length == 0 ? null : alike);
    }

    /// <summary>The leaf of a code, name or alias, spelt right; null when there is none.</summary>
    public CrimeHead? LeafNamed(string text) => HeadNamed(text) is { } head && _tree.IsLeaf(head.Id) ? head : null;

    private CrimeHead? HeadNamed(string text) => _tree.Find(text) ?? _byKey.GetValueOrDefault(NameKey.Of(text));

    // A head that was named counts, whatever the sections; of one with finer heads below it they tell which.
    private HeadVerdict Named(CrimeHead head, HeadVerdict? listed)
    {
        if (_tree.IsLeaf(head.Id))
            return (listed ?? new HeadVerdict(null, null)) with { Head = head, Shared = [], Reason = null, Field = ImportField.HeadCode };
        if (listed?.Head is { } counted && _tree.SelfAndAncestors(counted.Id).Contains(head))
            return listed with { Field = ImportField.HeadCode };
        return Refused(RejectReason.HeadNotLeaf, ImportField.HeadCode, string.Join(" / ", _tree.LeavesOf(head.Id).Take(5).Select(leaf => leaf.Code)));
    }

    // Sections as they are, or with a head named in the same text (theft 379), which must be that of the sections.
    private HeadVerdict Alone(SectionReading? reading, string text, string acts, DateOnly day, ImportField field)
    {
        if (reading is null or { IsAltered: true })
            return Refused(RejectReason.HeadUnknown, field, null);
        var counted = Counted(reading);
        if (reading.Words.Length > 0 && HeadNamed(reading.Words) is { } head)
            return (Explained(counted, head) ?? Explained(reading.IsActAssumed ? OfOtherCode(text, day) : null, head)) is { } both
                ? both with { Field = field }
                : Refused(RejectReason.HeadUnknown, field, string.Join(" / ", new[] { head, counted.Head }.OfType<CrimeHead>().Select(one => one.Code)));
        return counted.Head is not null && (reading.IsCertain || acts.Length > 0)
            ? counted with { Field = field }
            : Refused(RejectReason.HeadUnknown, field, null);
    }

    // Null where the head that was named is not that of the sections.
    private HeadVerdict? Explained(HeadVerdict? counted, CrimeHead head)
    {
        if (counted?.Head is not { } own)
            return null;
        CrimeHead[] fitting = [.. counted.Shared.DefaultIfEmpty(own).Where(one => _tree.SelfAndAncestors(one.Id).Contains(head))];
        return fitting.Length == 0 ? null : counted with { Head = fitting[0], Shared = fitting.Length > 1 ? fitting : [] };
    }

    // "murder 302" of a day when BNS was in force: people keep the numbers they know.
    private HeadVerdict OfOtherCode(string text, DateOnly day) =>
        Counted(_reader.Read(text, StatuteActs.PenalCodeOn(day).Code == StatuteActs.Ipc ? StatuteActs.Bns : StatuteActs.Ipc, day)) with { IsActAssumed = true };

    private HeadVerdict Counted(SectionReading? reading)
    {
        if (reading is null)
            return new HeadVerdict(null, null);
        if (reading.Sections.IsEmpty)
            return OfActAlone(reading);
        Offence[] offences = [.. _statutes.Offences(reading.Sections)];
        // Numbers without an act that no code of offences has may be anything.
        var principal = reading.IsActAssumed && !offences.Any(offence => offence.IsKnown) ? null : PrincipalOffence.Of(offences);
        return new HeadVerdict(principal?.Head, new SectionList(reading.Sections, principal?.Place ?? -1))
        {
            Shared = principal is { Heads.Count: > 1 } ? principal.Heads : [],
            IsActAssumed = reading.IsActAssumed,
            IsOfChild = reading.Acts.Any(ProtectedSections.IsOfChildren),
            HasUnknown = offences.Any(offence => !offence.IsKnown),
            Dated = [.. offences.Select(offence => offence.Act).Where(act => act.From is not null || act.Until is not null).Distinct()],
        };
    }

    // "NDPS Act" is the head of its sections; "IPC" says nothing.
    private HeadVerdict OfActAlone(SectionReading reading)
    {
        var head = reading.Acts.FirstOrDefault(act => act.Kind == StatuteKind.Special) is { } act ? _tree.Find(act.HeadCode) : null;
        return new HeadVerdict(head is not null && _tree.IsLeaf(head.Id) ? head : null, null)
        {
            IsOfChild = reading.Acts.Any(ProtectedSections.IsOfChildren),
            HasUnknown = true,
        };
    }

    private static SectionReading Together(SectionReading first, SectionReading second) => new(
        [.. first.Sections.Concat(second.Sections).Distinct()], [.. first.Acts.Concat(second.Acts).Distinct()],
        first.IsActAssumed || second.IsActAssumed, first.IsCertain && second.IsCertain)
    {
        Words = first.Words,
        IsAltered = first.IsAltered || second.IsAltered,
    };

    private static HeadVerdict Refused(RejectReason reason, ImportField field, string? suggestion) =>
        new(null, null) { Reason = reason, Field = field, Suggestion = suggestion };
}
