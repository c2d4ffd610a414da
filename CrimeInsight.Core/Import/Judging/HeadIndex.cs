using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Finds crime heads by code, by name in any language, by alias, by section of law, or by a name misspelt so little that it
/// can mean only one.
/// </summary>
internal sealed class HeadIndex
{
    private readonly CrimeHeadTree _tree;
    private readonly StatuteIndex _statutes;
    private readonly Dictionary<string, CrimeHead> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resolution<CrimeHead>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resolution<CrimeHead>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public HeadIndex(CrimeHeadTree tree, StatuteIndex statutes)
    {
        (_tree, _statutes) = (tree, statutes);
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
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

    public Resolution<CrimeHead> Find(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out var known))
            return known;
        // A file of nothing but different wrong names must not fill the memory.
        if (_known.Count >= JurisdictionIndex.MostRemembered)
            _known.Clear();
        var name = text.ToString();
        return _known[name] = Resolve(name);
    }

    private Resolution<CrimeHead> Resolve(string name)
    {
        var key = NameKey.Of(name);
        if (_tree.Find(name) is { } head || _byKey.TryGetValue(key, out head))
            return Leaf(head, null);
        var (act, codes) = _statutes.Find(name);
        if (codes.Count > 1)
            return Resolution<CrimeHead>.Refused(RejectReason.HeadAmbiguous, ImportField.HeadCode, string.Join(" / ", codes));
        if (codes.Count == 1 && _tree.Find(codes.First()) is { } registered)
            return Leaf(registered, null) with { Act = act };
        if (key.Length > 0 && NameKey.Nearest(key, _byKey.Keys) is { } nearest && _tree.IsLeaf(_byKey[nearest].Id))
            return Leaf(_byKey[nearest], name);
        var alike = string.Join(" / ", NameKey.Alike(key, _byKey.Keys).Select(found => _byKey[found].Code).Distinct());
        return Resolution<CrimeHead>.Refused(RejectReason.HeadUnknown, ImportField.HeadCode, alike.Length == 0 ? null : alike);
    }

    private Resolution<CrimeHead> Leaf(CrimeHead head, string? correctedFrom)
    {
        if (_tree.IsLeaf(head.Id))
            return Resolution<CrimeHead>.Found(head, ImportField.HeadCode, correctedFrom);
        var leaves = string.Join(" / ", _tree.LeavesOf(head.Id).Take(5).Select(leaf => leaf.Code));
        return Resolution<CrimeHead>.Refused(RejectReason.HeadNotLeaf, ImportField.HeadCode, leaves);
    }
}
