using System.Collections.Frozen;

namespace CrimeInsight.Core.Jurisdictions;

/// <summary>The jurisdiction tree, immutable, in ordinal order.</summary>
public sealed class JurisdictionTree
{
    private readonly FrozenDictionary<int, Jurisdiction> _byId;
    private readonly FrozenDictionary<string, Jurisdiction> _byCode;
    private readonly FrozenDictionary<int, Jurisdiction> _byOrdinal;
    private readonly FrozenDictionary<int, Jurisdiction[]> _children;

    public JurisdictionTree(IEnumerable<Jurisdiction> jurisdictions)
    {
        All = [.. jurisdictions.OrderBy(jurisdiction => jurisdiction.Ordinal)];
        _byId = All.ToFrozenDictionary(jurisdiction => jurisdiction.Id);
        _byCode = All.ToFrozenDictionary(jurisdiction => jurisdiction.Code, StringComparer.OrdinalIgnoreCase);
        _byOrdinal = All.ToFrozenDictionary(jurisdiction => jurisdiction.Ordinal);
        _children = All.Where(jurisdiction => jurisdiction.ParentId is not null)
            .GroupBy(jurisdiction => jurisdiction.ParentId!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public IReadOnlyList<Jurisdiction> All { get; }

    /// <summary>The country; null while the tree is empty.</summary>
    public Jurisdiction? Root => All.Count == 0 ? null : All[0];

    public Jurisdiction? Find(int id) => _byId.GetValueOrDefault(id);

    public Jurisdiction? Find(string code) => _byCode.GetValueOrDefault(code);

    public Jurisdiction? AtOrdinal(int ordinal) => _byOrdinal.GetValueOrDefault(ordinal);

    public IReadOnlyList<Jurisdiction> ChildrenOf(int id) => _children.GetValueOrDefault(id, []);

    /// <summary>The jurisdiction, its parent, …, the country.</summary>
    public IEnumerable<Jurisdiction> SelfAndAncestors(Jurisdiction jurisdiction)
    {
        for (var node = jurisdiction; node is not null; node = node.ParentId is { } parent ? Find(parent) : null)
            yield return node;
    }

    /// <summary>The nearest ancestor-or-self at a level; null when the branch skips it.</summary>
    public Jurisdiction? AncestorAt(Jurisdiction jurisdiction, JurisdictionLevel level) =>
        SelfAndAncestors(jurisdiction).FirstOrDefault(node => node.Level == level);

    /// <summary>All of a level within a subtree, in ordinal order.</summary>
    public IEnumerable<Jurisdiction> Within(Jurisdiction root, JurisdictionLevel level) =>
        All.Where(node => node.Level == level && root.Contains(node));
}
