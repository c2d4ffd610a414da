using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Core.Spatial.Clustering.Hierarchy;

/// <summary>
/// A kd-tree: points in an order in which every node holds a run of them, split at the median of its longest axis.
/// </summary>
internal sealed class SpotTree
{
    private const int LeafSize = 12;

    private readonly List<Node> _nodes = [];

    /// <param name="points">At least one.</param>
    public SpotTree(PointSet points)
    {
        Spots = Spot.Of(points);
        Order = [.. Enumerable.Range(0, Spots.Length)];
        Build(0, Spots.Length);
        Nodes = [.. _nodes];
        _nodes = [];
    }

    /// <summary>In the tree's order.</summary>
    public Spot[] Spots { get; }

    /// <summary>The position each had.</summary>
    public int[] Order { get; }

    /// <summary>The root first, every node before its children; the left child follows its parent.</summary>
    public Node[] Nodes { get; }

    private int Build(int start, int end)
    {
        var (low, high) = (Spots[start], Spots[start]);
        for (var i = start + 1; i < end; i++)
            (low, high) = (Spot.Lower(low, Spots[i]), Spot.Higher(high, Spots[i]));
        var node = _nodes.Count;
        _nodes.Add(new Node(start, end, -1, low, high));
        var axis = Longest(low, high);
        if (end - start <= LeafSize || low[axis] >= high[axis])
            return node;
        var middle = start + (end - start) / 2;
        Select(start, end - 1, middle, axis);
        Build(start, middle);
        _nodes[node] = _nodes[node] with { Right = Build(middle, end) };
        return node;
    }

    private static int Longest(in Spot low, in Spot high)
    {
        var (x, y, z) = (high.X - low.X, high.Y - low.Y, high.Z - low.Z);
        return x >= y && x >= z ? 0 : y >= z ? 1 : 2;
    }

    /// <summary>Puts the k-th smallest along an axis in its place, smaller ones before and larger ones behind (Hoare's selection).</summary>
    private void Select(int low, int high, int k, int axis)
    {
        while (low < high)
        {
            var pivot = Spots[low + (high - low) / 2][axis];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (Spots[i][axis] < pivot)
                    i++;
                while (Spots[j][axis] > pivot)
                    j--;
                if (i > j)
                    break;
                (Spots[i], Spots[j]) = (Spots[j], Spots[i]);
                (Order[i], Order[j]) = (Order[j], Order[i]);
                i++;
                j--;
            }

            if (k <= j)
                high = j;
            else if (k >= i)
                low = i;
            else
                return;
        }
    }

    /// <param name="Start">First of its points.</param>
    /// <param name="End">One past its last.</param>
    /// <param name="Right">Its right child; −1: a leaf. The left one is the next node.</param>
    internal readonly record struct Node(int Start, int End, int Right, Spot Low, Spot High)
    {
        public bool IsLeaf => Right < 0;
    }
}
