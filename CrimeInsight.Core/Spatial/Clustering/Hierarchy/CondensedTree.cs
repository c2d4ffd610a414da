using CrimeInsight.Core.Spatial.Clustering.Density;


namespace CrimeInsight.Core.Spatial.Clustering.Hierarchy;

/// <summary>
/// The hierarchy of clusters of at least a size (Campello, Moulavi, Zimek, Sander 2015, §3): edges are added from the shortest
/// on, those of equal length all at once, as the definition removes them. Where two or more sets that are large enough meet, a
/// cluster that holds them begins; points of sets that are too small leave, seen from above, the cluster they meet.
/// The outcome depends on distances only, not on the order of points or on which of equal edges the tree holds.
/// </summary>
internal sealed class CondensedTree
{
    private readonly int _minSize;
    private readonly DisjointSets _sets;

    // Of the set a point stands for: its cluster, −1 while it is too small; and its points, as a list while it is.
    private readonly int[] _clusterOfSet;
    private readonly int[] _sizes;
    private readonly int[] _next;
    private readonly int[] _last;
    private readonly double[] _least;

    public CondensedTree(int count, int minSize)
    {
        _minSize = minSize;
        _sets = new DisjointSets(count);
        (ClusterOfPoint, ExitLevels) = (new int[count], new double[count]);
        (_clusterOfSet, _sizes, _next, _last) = (new int[count], new int[count], new int[count], new int[count]);
        _least = new double[count];
        Array.Fill(_least, double.PositiveInfinity);
        for (var i = 0; i < count; i++)
            (_clusterOfSet[i], _sizes[i], _next[i], _last[i], ClusterOfPoint[i]) = (-1, 1, -1, i, -1);
    }

    /// <summary>Every cluster after those it holds; the last holds all points.</summary>
    public List<Branch> Branches { get; } = [];

    /// <summary>The smallest cluster each point was in; −1: there is none at all.</summary>
    public int[] ClusterOfPoint { get; }

    /// <summary>The distance at which each point left it.</summary>
    public double[] ExitLevels { get; }

    /// <param name="edges">In ascending order of length.</param>
    /// <param name="levels">Their lengths.</param>
    public void Build(ReadOnlySpan<ReachabilityEdge> edges, ReadOnlySpan<double> levels)
    {
        var members = new Dictionary<int, List<int>>();
        for (var start = 0; start < edges.Length;)
        {
            var end = start + 1;
            while (end < edges.Length && levels[end] <= levels[start])
                end++;
            members.Clear();
            foreach (var edge in edges[start..end])
                Gather(members, _sets.Find(edge.From), _sets.Find(edge.Until));
            foreach (var (root, parts) in members)
                Merge(root, parts, levels[start]);
            start = end;
        }
    }

    /// <summary>Joins two sets, remembering which sets of before each new one is made of.</summary>
    private void Gather(Dictionary<int, List<int>> members, int a, int b)
    {
        _sets.Unite(a, b);
        var (root, other) = _sets.Find(a) == a ? (a, b) : (b, a);
        if (!members.TryGetValue(root, out var parts))
            members[root] = parts = [root];
        if (members.Remove(other, out var more))
            parts.AddRange(more);
        else
            parts.Add(other);
    }

    private void Merge(int root, List<int> parts, double level)
    {
        var (size, clusters, least, leastOfClusters) = (0, 0, level, double.PositiveInfinity);
        foreach (var part in parts)
        {
            size += _sizes[part];
            least = Math.Min(least, _least[part]);
            clusters += _clusterOfSet[part] >= 0 ? 1 : 0;
            leastOfClusters = _clusterOfSet[part] >= 0 ? Math.Min(leastOfClusters, _least[part]) : leastOfClusters;
        }

        var cluster = clusters == 1 ? _clusterOfSet[parts.Find(part => _clusterOfSet[part] >= 0)] : -1;
        if (clusters != 1 && size >= _minSize)
        {
            cluster = Branches.Count;
            Branches.Add(new Branch());
        }

        foreach (var part in parts)
        {
            if (cluster < 0)
                Append(root, part);
            else if (_clusterOfSet[part] < 0)
                Leave(part, cluster, level);
            else if (_clusterOfSet[part] != cluster)
                Branches[cluster].Hold(Branches[_clusterOfSet[part]], _clusterOfSet[part], cluster, level);
        }

        // Small sets beside clusters that a cluster holds are no clusters of it, however dense.
        if (cluster >= 0 && Branches[cluster].Children.Count > 0)
            least = leastOfClusters;
        if (cluster >= 0)
            Branches[cluster].LeastLevel = least;
        (_clusterOfSet[root], _sizes[root], _least[root]) = (cluster, size, least);
    }

    /// <summary>Adds the points of one small set to another's.</summary>
    private void Append(int root, int part)
    {
        if (part == root)
            return;
        _next[_last[root]] = part;
        _last[root] = _last[part];
    }

    private void Leave(int part, int cluster, double level)
    {
        for (var point = part; point >= 0; point = _next[point])
        {
            (ClusterOfPoint[point], ExitLevels[point]) = (cluster, level);
            Branches[cluster].Lose(level);
        }
    }
}
