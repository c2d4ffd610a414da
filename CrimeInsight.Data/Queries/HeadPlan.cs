using System.Collections.Frozen;
using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Data.Queries;

/// <summary>Which heads a query counts and how it groups them. Overlapping filters count a case once.</summary>
internal sealed class HeadPlan
{
    private readonly FrozenDictionary<int, HeadGroup> _byKey;

    private HeadPlan(CrimeHeadTree tree, HeadGroup all, IEnumerable<HeadGroup> groups, bool isEverything)
    {
        All = all;
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

    /// <summary>Everything that is counted, as one group.</summary>
    public HeadGroup All { get; }

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

    /// <param name="isProtected">The query is about protected cases alone, whatever their heads.</param>
    public static HeadPlan Create(CrimeHeadTree tree, IReadOnlyCollection<CrimeHead> filter, CrimeHeadLevel? groupBy, bool isProtected = false)
    {
        var all = tree.LeavesOf(tree.Root.Id).Select(leaf => leaf.Id).ToHashSet();
        var selected = filter.Count == 0 ? all : filter.SelectMany(head => tree.LeavesOf(head.Id)).Select(leaf => leaf.Id).ToHashSet();
        var whole = Group(tree, null, selected, isProtected);
        var groups = groupBy is { } level
            ? selected.GroupBy(leaf => KeyOf(tree, leaf, level)).OrderBy(group => group.Key.Id)
                .Select(group => Group(tree, group.Key, group.ToHashSet(), isProtected))
            : [whole];
        return new HeadPlan(tree, whole, groups, selected.Count == all.Count);
    }

    /// <summary>The group of a row by its head's id; 0 when the query does not group by head.</summary>
    public HeadGroup Find(int key) => _byKey[key];

    // The finest ancestor-or-self not below the level: a node of the level, or a leaf of a coarser one.
    private static CrimeHead KeyOf(CrimeHeadTree tree, short leaf, CrimeHeadLevel level) =>
        tree.SelfAndAncestors(leaf).First(head => head.Level <= level);

    private static HeadGroup Group(CrimeHeadTree tree, CrimeHead? head, HashSet<short> leaves, bool isProtected)
    {
        var sensitive = isProtected ? leaves : ProtectedHeads.Among(tree, leaves);
        return new HeadGroup(
            head,
            [.. leaves.Order()],
            [.. tree.Cover(leaves).Select(node => node.Id)],
            [.. tree.Cover(sensitive).Select(node => node.Id)],
            isProtected || ProtectedHeads.AreOneStepFrom(tree, leaves))
        {
            IsWhollySensitive = sensitive.Count == leaves.Count,
            // By a protected section, a case of any head.
            Protected = isProtected ? [(head ?? tree.Root).Code]
                : [.. sensitive.Order().Select(leaf => tree.SelfAndAncestors(leaf).Last(node => node.IsSensitive).Code).Distinct()],
        };
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
