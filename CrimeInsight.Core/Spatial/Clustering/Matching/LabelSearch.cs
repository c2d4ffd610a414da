using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Hierarchy;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>Which clusters of a step have members near a place: subtrees of one cluster that was found already are left out.</summary>
internal sealed class LabelSearch
{
    private const int Mixed = -1;

    private readonly SpotTree? _tree;
    private readonly int[] _labels = [];
    private readonly int[] _nodeLabels = [];
    private readonly Stack<int> _waiting = new();

    public LabelSearch(PointSet points, ImmutableArray<int> labels)
    {
        int[] members = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] >= 0)];
        Sizes = new int[members.Length == 0 ? 0 : members.Max(i => labels[i]) + 1];
        foreach (var member in members)
            Sizes[labels[member]]++;
        if (members.Length == 0)
            return;
        _tree = new SpotTree(points.At(members));
        _labels = Array.ConvertAll(_tree.Order, i => labels[members[i]]);
        _nodeLabels = new int[_tree.Nodes.Length];
        for (var node = _nodeLabels.Length - 1; node >= 0; node--)
        {
            var own = _labels.AsSpan(_tree.Nodes[node].Start, _tree.Nodes[node].End - _tree.Nodes[node].Start);
            _nodeLabels[node] = own.ContainsAnyExcept(own[0]) ? Mixed : own[0];
        }
    }

    /// <summary>Members of each cluster.</summary>
    public int[] Sizes { get; }

    /// <summary>For each cluster, and each cluster of another step, how many members of the first are near one of the second.</summary>
    public Dictionary<(int Own, int Other), int> CountsNear(LabelSearch other, double squaredChord)
    {
        var counts = new Dictionary<(int, int), int>();
        var found = new HashSet<int>();
        for (var i = 0; i < _labels.Length; i++)
        {
            found.Clear();
            other.Find(_tree!.Spots[i], squaredChord, found);
            foreach (var label in found)
                counts[(_labels[i], label)] = counts.GetValueOrDefault((_labels[i], label)) + 1;
        }

        return counts;
    }

    private void Find(in Spot spot, double squaredChord, HashSet<int> found)
    {
        if (_tree is null)
            return;
        _waiting.Push(0);
        while (_waiting.TryPop(out var index))
        {
            ref readonly var node = ref _tree.Nodes[index];
            if ((_nodeLabels[index] != Mixed && found.Contains(_nodeLabels[index])) || Spot.SquaredToBox(spot, node.Low, node.High) > squaredChord)
                continue;
            if (!node.IsLeaf)
            {
                _waiting.Push(node.Right);
                _waiting.Push(index + 1);
                continue;
            }

            for (var i = node.Start; i < node.End; i++)
            {
                if (Spot.Squared(spot, _tree.Spots[i]) <= squaredChord)
                    found.Add(_labels[i]);
            }
        }
    }
}
