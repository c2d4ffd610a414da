using System.Collections.Frozen;

namespace CrimeInsight.Core.Incidents;

/// <summary>The crime-head taxonomy, immutable, with constant-time look-ups.</summary>
public sealed class CrimeHeadTree
{
    private readonly FrozenDictionary<short, CrimeHead> _byId;
    private readonly FrozenDictionary<string, CrimeHead> _byCode;
    private readonly FrozenDictionary<short, CrimeHead[]> _children;
    private readonly FrozenSet<short> _sensitive;

    /// <exception cref="ArgumentException">No root, an unknown parent, or a code used twice.</exception>
    public CrimeHeadTree(IEnumerable<CrimeHead> heads)
    {
        All = [.. heads.OrderBy(head => head.Id)];
        _byId = All.ToFrozenDictionary(head => head.Id);
        _byCode = All.ToFrozenDictionary(head => head.Code, StringComparer.OrdinalIgnoreCase);
        _children = All.Where(head => head.ParentId is not null)
            .GroupBy(head => head.ParentId!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        Root = All.SingleOrDefault(head => head.ParentId is null)
            ?? throw new ArgumentException("The crime-head tree needs exactly one root.", nameof(heads));
        foreach (var head in All)
            if (head.ParentId is { } parent && !_byId.ContainsKey(parent))
                throw new ArgumentException($"Crime head '{head.Code}' names the unknown parent {parent}.", nameof(heads));
        _sensitive = All.Where(head => SelfAndAncestors(head.Id).Any(node => node.IsSensitive)).Select(head => head.Id).ToFrozenSet();
    }

    public IReadOnlyList<CrimeHead> All { get; }

    public CrimeHead Root { get; }

    public CrimeHead? Find(short id) => _byId.GetValueOrDefault(id);

    public CrimeHead? Find(string code) => _byCode.GetValueOrDefault(code);

    public IReadOnlyList<CrimeHead> ChildrenOf(short id) => _children.GetValueOrDefault(id, []);

    public bool IsLeaf(short id) => !_children.ContainsKey(id);

    /// <summary>The head, or one above it, is sensitive.</summary>
    public bool IsSensitive(short id) => _sensitive.Contains(id);

    /// <summary>The head, its parent, …, the root.</summary>
    public IEnumerable<CrimeHead> SelfAndAncestors(short id)
    {
        for (var head = Find(id); head is not null; head = head.ParentId is { } parent ? _byId[parent] : null)
            yield return head;
    }

    /// <summary>The fewest heads whose leaves are exactly these.</summary>
    public IEnumerable<CrimeHead> Cover(IReadOnlySet<short> leaves) => Cover(Root, leaves);

    /// <summary>Leaves below (or equal to) a head.</summary>
    public IEnumerable<CrimeHead> LeavesOf(short id) =>
        IsLeaf(id) ? (Find(id) is { } self ? [self] : []) : ChildrenOf(id).SelectMany(child => LeavesOf(child.Id));

    private IEnumerable<CrimeHead> Cover(CrimeHead head, IReadOnlySet<short> leaves) => LeavesOf(head.Id).All(leaf => leaves.Contains(leaf.Id))
        ? [head]
        : ChildrenOf(head.Id).SelectMany(child => Cover(child, leaves));
}
