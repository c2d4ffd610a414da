using System.Collections.Frozen;

namespace CrimeInsight.Core.Jurisdictions;

/// <summary>The jurisdiction tree, immutable, in ordinal order.</summary>
public sealed class JurisdictionTree
{
    private readonly FrozenDictionary<int, Jurisdiction> _byId;
    private readonly FrozenDictionary<string, Jurisdiction> _byCode;
    private readonly FrozenDictionary<int, Jurisdiction> _byOrdinal;
    private readonly FrozenDictionary<int, Jurisdiction[]> _children;

    /// <param name="changes">What was otherwise before.</param>
    public JurisdictionTree(IEnumerable<Jurisdiction> jurisdictions, IReadOnlyList<PlaceChange>? changes = null)
    {
        Changes = changes ?? [];
        All = [.. jurisdictions.OrderBy(jurisdiction => jurisdiction.Ordinal)];
        _byId = All.ToFrozenDictionary(jurisdiction => jurisdiction.Id);
        // A place that was merged keeps its code as another of what it was merged into.
        _byCode = All.Select(jurisdiction => (jurisdiction.Code, Place: jurisdiction))
            .Concat(Changes.Where(change => change.FormerCode is not null).Select(change => (Code: change.FormerCode!, Place: Today(change.PlaceId)!)))
            .Where(pair => pair.Place is not null)
            .DistinctBy(pair => pair.Code, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.Code, pair => pair.Place, StringComparer.OrdinalIgnoreCase);
        _byOrdinal = All.ToFrozenDictionary(jurisdiction => jurisdiction.Ordinal);
        _children = All.Where(jurisdiction => jurisdiction.ParentId is not null)
            .GroupBy(jurisdiction => jurisdiction.ParentId!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public IReadOnlyList<Jurisdiction> All { get; }

    /// <summary>What was otherwise before, of places of today.</summary>
    public IReadOnlyList<PlaceChange> Changes { get; }

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

    /// <summary>A place of any time as it is today: itself, or what it was merged into; null when it is not known.</summary>
    public Jurisdiction? Today(int id)
    {
        for (var steps = 0; steps <= Changes.Count; steps++)
        {
            if (_byId.TryGetValue(id, out var place))
                return place;
            if (Changes.FirstOrDefault(change => change.Kind == PlaceChangeKind.Merge && change.OtherId == id) is not { } merger)
                return null;
            id = merger.PlaceId;
        }

        return null;
    }

    /// <summary>A place of today was part of another before.</summary>
    public bool WasIn(Jurisdiction place, Jurisdiction whole) => Changes.Any(change =>
        change.PlaceId == place.Id
        && change is { Kind: PlaceChangeKind.Move or PlaceChangeKind.Split, OtherId: { } parent }
        && Today(parent) is { } former
        && whole.Contains(former));

    /// <summary>The nearest ancestor-or-self at a level; null when the branch skips it.</summary>
    public Jurisdiction? AncestorAt(Jurisdiction jurisdiction, JurisdictionLevel level) =>
        SelfAndAncestors(jurisdiction).FirstOrDefault(node => node.Level == level);

    /// <summary>All of a level within a subtree, in ordinal order.</summary>
    public IEnumerable<Jurisdiction> Within(Jurisdiction root, JurisdictionLevel level) =>
        All.Where(node => node.Level == level && root.Contains(node));
}
