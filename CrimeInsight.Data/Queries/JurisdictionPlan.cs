using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Data.Queries;

/// <summary>Which jurisdictions a query counts and how it groups them.</summary>
/// <param name="Roots">Disjoint subtrees in ordinal order; none: the person may see nothing of what was asked for.</param>
/// <param name="Groups">Disjoint subtrees in ordinal order, each within a root; null when the query does not group by jurisdiction.</param>
/// <param name="IsWholeLevel">The groups are several and all that lie within the roots at one level.</param>
internal sealed record JurisdictionPlan(ImmutableArray<Jurisdiction> Roots, ImmutableArray<Jurisdiction>? Groups, bool IsWholeLevel = false)
{
    /// <summary>Subtrees whose rows are counted.</summary>
    public ImmutableArray<Jurisdiction> Counted => Groups ?? Roots;

    /// <summary>The level all groups share; null when they are of several or there are none.</summary>
    public JurisdictionLevel? GroupLevel =>
        Groups is { IsEmpty: false } groups && groups.All(group => group.Level == groups[0].Level) ? groups[0].Level : null;

    /// <param name="filter">Subtrees asked for; empty: all.</param>
    /// <param name="scope">Subtrees the person may see.</param>
    public static JurisdictionPlan Create(
        JurisdictionTree tree, IReadOnlyCollection<Jurisdiction> filter, IReadOnlyCollection<Jurisdiction> scope, bool isGrouped, JurisdictionLevel? level)
    {
        var roots = Disjoint(filter.Count == 0 ? scope : Common(filter, scope));
        if (!isGrouped)
            return new JurisdictionPlan(roots, null);
        ImmutableArray<Jurisdiction> groups = [.. roots.SelectMany(root => GroupsOf(tree, root, level))];
        return new JurisdictionPlan(roots, groups, groups.Length > 1 && IsWhole(tree, roots, groups));
    }

    private static bool IsWhole(JurisdictionTree tree, ImmutableArray<Jurisdiction> roots, ImmutableArray<Jurisdiction> groups) =>
        groups.All(group => group.Level == groups[0].Level) && roots.Sum(root => tree.Within(root, groups[0].Level).Count()) == groups.Length;

    /// <summary>Subtrees that lie in one of each list: of two that overlap, one holds the other.</summary>
    public static IReadOnlyCollection<Jurisdiction> Common(IReadOnlyCollection<Jurisdiction> left, IReadOnlyCollection<Jurisdiction> right) =>
    [
        .. left.Where(node => right.Any(other => other.Contains(node))),
        .. right.Where(node => left.Any(other => other.Contains(node))),
    ];

    private static ImmutableArray<Jurisdiction> Disjoint(IReadOnlyCollection<Jurisdiction> nodes)
    {
        var kept = ImmutableArray.CreateBuilder<Jurisdiction>();
        foreach (var node in nodes.OrderBy(node => node.Ordinal))
            if (kept.Count == 0 || !kept[^1].Contains(node))
                kept.Add(node);
        return kept.ToImmutable();
    }

    private static IEnumerable<Jurisdiction> GroupsOf(JurisdictionTree tree, Jurisdiction root, JurisdictionLevel? level)
    {
        if (level is { } named)
            return tree.Within(root, named);
        var children = tree.ChildrenOf(root.Id);
        return children.Count == 0 ? [root] : children.OrderBy(child => child.Ordinal);
    }
}
