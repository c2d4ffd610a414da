using System.Collections.Frozen;
using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Queries;

/// <summary>Which heads a query counts and how it groups them. Overlapping filters count a case once.</summary>
internal sealed class HeadPlan
{
    private readonly FrozenDictionary<int, HeadGroup> _byKey;

    private HeadPlan(CrimeHeadTree tree, IEnumerable<HeadGroup> groups, bool isEverything)
    {
        Groups = [.. groups];
        _byKey = Groups.ToFrozenDictionary(group => (int)(group.Head?.Id ?? 0));
        IsEverything = isEverything;
        Leaves = [.. Groups.SelectMany(group => group.Leaves)];
        Counted = [.. Groups.SelectMany(group => group.Counted)];
        Sensitive = [.. Groups.SelectMany(group => group.Sensitive)];
        SensitiveLeaves = [.. Sensitive.SelectMany(tree.LeavesOf).Select(leaf => leaf.Id)];
        OneStepSensitive = [.. Groups.Where(group => group.IsOneStepFromSensitive).SelectMany(group => group.Sensitive)];
        KeyByHead = Keys(tree);
    }

    public ImmutableArray<HeadGroup> Groups { get; }

    /// <summary>No head is filtered out.</summary>
    public bool IsEverything { get; }

    public short[] Leaves { get; }

    public short[] Counted { get; }

    public short[] Sensitive { get; }

    public short[] SensitiveLeaves { get; }

    /// <summary>The part of <see cref="Sensitive"/> that always matters; the rest only where a total is small.</summary>
    public short[] OneStepSensitive { get; }

    /// <summary>Group's head id by head id, for leaves and nodes; −1 where none.</summary>
    public int[] KeyByHead { get; }

    public static HeadPlan Create(CrimeHeadTree tree, IReadOnlyCollection<CrimeHead> filter, CrimeHeadLevel? groupBy)
    {
        var all = tree.LeavesOf(tree.Root.Id).Select(leaf => leaf.Id).ToHashSet();
        var selected = filter.Count == 0 ? all : filter.SelectMany(head => tree.LeavesOf(head.Id)).Select(leaf => leaf.Id).ToHashSet();
        var groups = groupBy is { } level
            ? selected.GroupBy(leaf => KeyOf(tree, leaf, level)).OrderBy(group => group.Key.Id).Select(group => Group(tree, group.Key, group.ToHashSet()))
            : [Group(tree, null, selected)];
        return new HeadPlan(tree, groups, selected.Count == all.Count);
    }

    /// <summary>The group of a row by its head's id; 0 when the query does not group by head.</summary>
    public HeadGroup Find(int key) => _byKey[key];

    // The finest ancestor-or-self not below the level: a node of the level, or a leaf of a coarser one.
    private static CrimeHead KeyOf(CrimeHeadTree tree, short leaf, CrimeHeadLevel level) =>
        tree.SelfAndAncestors(leaf).First(head => head.Level <= level);

    private static HeadGroup Group(CrimeHeadTree tree, CrimeHead? head, HashSet<short> leaves)
    {
        var sensitive = leaves.Where(leaf => tree.SelfAndAncestors(leaf).Any(node => node.IsSensitive)).ToHashSet();
        var rest = Cover(tree, tree.Root, leaves.Except(sensitive).ToHashSet()).Take(2).Count();
        return new HeadGroup(
            head,
            [.. leaves.Order()],
            [.. Cover(tree, tree.Root, leaves)],
            [.. Cover(tree, tree.Root, sensitive)],
            sensitive.Count > 0 && rest < 2);
    }

    private static IEnumerable<short> Cover(CrimeHeadTree tree, CrimeHead node, HashSet<short> leaves)
    {
        if (tree.LeavesOf(node.Id).All(leaf => leaves.Contains(leaf.Id)))
            return [node.Id];
        return tree.ChildrenOf(node.Id).SelectMany(child => Cover(tree, child, leaves));
    }

    private int[] Keys(CrimeHeadTree tree)
    {
        var keys = new int[tree.All.Max(head => head.Id) + 1];
        Array.Fill(keys, -1);
        foreach (var group in Groups)
            foreach (var id in group.Leaves.Concat(group.Counted).Concat(group.Sensitive))
                keys[id] = group.Head?.Id ?? 0;
        return keys;
    }
}
