using System.Runtime.CompilerServices;
using CrimeInsight.Core.Spatial.Clustering.Density;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Core.Spatial.Clustering.Hierarchy;

/// <summary>
/// Minimum spanning tree under mutual reachability, max(core(a), core(b), d(a, b)), by Borůvka's rounds over a kd-tree (March,
/// Ram, Gray 2010): in each round every component finds its shortest way out; subtrees of one component, and those farther than
/// the best way found so far, are left out. About n log n per round, and at most log₂ n rounds.
/// </summary>
internal sealed class ReachabilityTree(SpotTree tree, double[] squaredCores)
{
    private readonly int[] _components = new int[tree.Spots.Length];
    private readonly int[] _nodeComponents = new int[tree.Nodes.Length];
    private readonly double[] _nodeCores = new double[tree.Nodes.Length];
    private readonly ReachabilityEdge[] _ways = new ReachabilityEdge[tree.Spots.Length];
    private readonly Stack<(int Node, double Squared)> _waiting = new();

    /// <summary>One edge fewer than points, in no particular order.</summary>
    /// <param name="progress">Share of the edges found.</param>
    public List<ReachabilityEdge> Edges(IProgress<double>? progress, CancellationToken cancellation)
    {
        var count = tree.Spots.Length;
        var (sets, edges) = (new DisjointSets(count), new List<ReachabilityEdge>(count - 1));
        LeastCores();
        while (edges.Count < count - 1)
        {
            Refresh(sets);
            Array.Fill(_ways, new ReachabilityEdge(-1, -1, double.PositiveInfinity));
            for (var i = 0; i < count; i++)
            {
                if (i % 1024 == 0)
                    cancellation.ThrowIfCancellationRequested();
                Seek(i);
            }

            for (var i = 0; i < count; i++)
            {
                // Equal ways may close a circle; one of equals is then left out, and the tree is no longer for it.
                if (_ways[i].From >= 0 && sets.Unite(_ways[i].From, _ways[i].Until))
                    edges.Add(_ways[i]);
            }

            progress?.Report(edges.Count / (double)(count - 1));
        }

        return edges;
    }

    private void LeastCores()
    {
        for (var node = tree.Nodes.Length - 1; node >= 0; node--)
        {
            var (start, end, right) = (tree.Nodes[node].Start, tree.Nodes[node].End, tree.Nodes[node].Right);
            _nodeCores[node] = right >= 0 ? Math.Min(_nodeCores[node + 1], _nodeCores[right]) : double.PositiveInfinity;
            for (var i = start; right < 0 && i < end; i++)
                _nodeCores[node] = Math.Min(_nodeCores[node], squaredCores[i]);
        }
    }

    /// <summary>Notes the component of each point, and of each node whose points share one (otherwise −1).</summary>
    private void Refresh(DisjointSets sets)
    {
        for (var i = 0; i < _components.Length; i++)
            _components[i] = sets.Find(i);
        for (var node = tree.Nodes.Length - 1; node >= 0; node--)
        {
            var (start, end, right) = (tree.Nodes[node].Start, tree.Nodes[node].End, tree.Nodes[node].Right);
            var component = right < 0 ? _components[start] : _nodeComponents[node + 1];
            if (right >= 0)
                component = component == _nodeComponents[right] ? component : -1;
            for (var i = start + 1; right < 0 && i < end; i++)
                component = _components[i] == component ? component : -1;
            _nodeComponents[node] = component;
        }
    }

    /// <summary>Looks for a shorter way out of the component of a point that begins there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Seek(int point)
    {
        var (component, core) = (_components[point], squaredCores[point]);
        ref var way = ref _ways[component];
        ref readonly var spot = ref tree.Spots[point];
        if (core >= way.Squared)
            return;
        _waiting.Push((0, 0));
        while (_waiting.TryPop(out var next))
        {
            if (next.Squared >= way.Squared || _nodeComponents[next.Node] == component)
                continue;
            ref readonly var node = ref tree.Nodes[next.Node];
            if (node.IsLeaf)
            {
                SeekInLeaf(point, node, ref way);
                // No way out of this point is shorter than its core.
                if (way.Squared <= core)
                    break;
                continue;
            }

            var (toLeft, toRight) = (Bound(spot, next.Node + 1), Bound(spot, node.Right));
            if (toLeft <= toRight)
            {
                _waiting.Push((node.Right, toRight));
                _waiting.Push((next.Node + 1, toLeft));
            }
            else
            {
                _waiting.Push((next.Node + 1, toLeft));
                _waiting.Push((node.Right, toRight));
            }
        }

        _waiting.Clear();
    }

    private double Bound(in Spot spot, int node) =>
        Math.Max(_nodeCores[node], Spot.SquaredToBox(spot, tree.Nodes[node].Low, tree.Nodes[node].High));

    private void SeekInLeaf(int point, in SpotTree.Node leaf, ref ReachabilityEdge way)
    {
        for (var i = leaf.Start; i < leaf.End; i++)
        {
            if (_components[i] == _components[point] || squaredCores[i] >= way.Squared)
                continue;
            var squared = Math.Max(Math.Max(squaredCores[point], squaredCores[i]), Spot.Squared(tree.Spots[point], tree.Spots[i]));
            if (squared < way.Squared)
                way = new ReachabilityEdge(point, i, squared);
        }
    }
}
