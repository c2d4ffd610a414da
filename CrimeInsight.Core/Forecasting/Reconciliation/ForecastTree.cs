using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>
/// Which series add up to which: every inner node is the sum of its children. Cases that belong to a node but to none of
/// its children (of a district, with the station unknown) need a child of their own. Several roots are allowed.
/// </summary>
public sealed class ForecastTree
{
    /// <param name="parents">Per node, the index of its parent, or −1.</param>
    /// <exception cref="ArgumentException">An index is out of range, or nodes are their own ancestors.</exception>
    public ForecastTree(IEnumerable<int> parents)
    {
        ArgumentNullException.ThrowIfNull(parents);
        Parents = [.. parents];
        var children = new int[Parents.Length];
        foreach (var parent in Parents)
        {
            if (parent < -1 || parent >= Parents.Length)
                throw new ArgumentOutOfRangeException(nameof(parents), parent, $"A parent is an index below {Parents.Length}, or -1 for a root.");
            if (parent >= 0)
                children[parent]++;
        }

        IsLeaf = [.. children.Select(count => count == 0)];
        ChildrenFirst = Sort(children);
        if (ChildrenFirst.Length < Count)
            throw new ArgumentException("A node is its own ancestor; give every node a parent nearer to the root.", nameof(parents));
    }

    public ImmutableArray<int> Parents { get; }

    /// <summary>Per node: it has no children.</summary>
    public ImmutableArray<bool> IsLeaf { get; }

    public int Count => Parents.Length;

    /// <summary>Nodes in an order with every node after its children.</summary>
    public ImmutableArray<int> ChildrenFirst { get; }

    private ImmutableArray<int> Sort(int[] childrenLeft)
    {
        var order = new List<int>(Parents.Length);
        for (var i = 0; i < Parents.Length; i++)
        {
            if (IsLeaf[i])
                order.Add(i);
        }

        for (var next = 0; next < order.Count; next++)
        {
            var parent = Parents[order[next]];
            if (parent >= 0 && --childrenLeft[parent] == 0)
                order.Add(parent);
        }

        return [.. order];
    }
}
