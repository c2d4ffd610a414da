using System.Runtime.CompilerServices;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Core.Spatial.Clustering.Hierarchy;

/// <summary>Distance of each point to its k-th nearest, itself counted as the first, by descent in the tree.</summary>
internal sealed class CoreDistances(SpotTree tree, int k)
{
    private readonly double[] _nearest = new double[k];
    private readonly Stack<(int Node, double Squared)> _waiting = new();

    /// <summary>Squares, in the tree's order.</summary>
    public double[] Squared(CancellationToken cancellation)
    {
        var squared = new double[tree.Spots.Length];
        for (var i = 0; i < squared.Length; i++)
        {
            if (i % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
            squared[i] = Of(tree.Spots[i]);
        }

        return squared;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Of(in Spot spot)
    {
        Array.Fill(_nearest, double.PositiveInfinity);
        _waiting.Push((0, 0));
        while (_waiting.TryPop(out var next))
        {
            if (next.Squared >= _nearest[^1])
                continue;
            ref readonly var node = ref tree.Nodes[next.Node];
            if (node.IsLeaf)
            {
                for (var i = node.Start; i < node.End; i++)
                    Offer(Spot.Squared(spot, tree.Spots[i]));
                continue;
            }

            ref readonly var left = ref tree.Nodes[next.Node + 1];
            ref readonly var right = ref tree.Nodes[node.Right];
            var (toLeft, toRight) = (Spot.SquaredToBox(spot, left.Low, left.High), Spot.SquaredToBox(spot, right.Low, right.High));
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

        return _nearest[^1];
    }

    /// <summary>Keeps the k smallest, in order.</summary>
    private void Offer(double squared)
    {
        if (squared >= _nearest[^1])
            return;
        var i = _nearest.Length - 1;
        while (i > 0 && _nearest[i - 1] > squared)
        {
            _nearest[i] = _nearest[i - 1];
            i--;
        }

        _nearest[i] = squared;
    }
}
