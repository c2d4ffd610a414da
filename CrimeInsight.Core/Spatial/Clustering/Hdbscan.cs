using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Hierarchy;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>
/// HDBSCAN* (Campello, Moulavi, Sander 2013, doi:10.1007/978-3-642-37456-2_14; Campello, Moulavi, Zimek, Sander 2015,
/// doi:10.1145/2733381): DBSCAN for every ε at once. Points merge by mutual reachability, max(core(a), core(b), d(a, b)) with
/// core the distance to the minPoints-nearest point, itself counted; of the resulting hierarchy the clusters are chosen that
/// last longest together (excess of mass). Towns and villages of different density need no common ε.
/// </summary>
/// <remarks>
/// Exact, on a kd-tree, about n log² n. Equal distances are merged at once, so the outcome does not depend on the order of the
/// points. The cluster of all points is never chosen. Distances below the request's resolution count as that resolution.
/// Outlier score (GLOSH, 2015, §6): 1 − ε_max/ε, ε the least distance at which the point is joined with any other while the
/// smallest cluster that held it still is one, ε_max the least at which points of the densest cluster within that one are.
/// </remarks>
public static class Hdbscan
{
    private const double CoreShare = 0.3;

    /// <param name="points">All metres or all degrees.</param>
    /// <param name="progress">Share done, 0 … 1.</param>
    public static HdbscanReport Run(PointSet points, HdbscanRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var count = points.Count;
        if (count < Math.Max(2, Math.Max(request.MinClusterSize, request.MinPoints)))
            return HdbscanReport.NothingIn(count);
        var tree = new SpotTree(points);
        var squaredCores = new CoreDistances(tree, request.MinPoints).Squared(cancellationToken);
        progress?.Report(CoreShare);
        var rest = progress is null ? null : new ShareProgress(progress, CoreShare, 1 - CoreShare);
        ReachabilityEdge[] edges = [.. new ReachabilityTree(tree, squaredCores).Edges(rest, cancellationToken)];
        Array.Sort(edges, (a, b) => a.Squared.CompareTo(b.Squared));
        var levels = Array.ConvertAll(edges, edge => Math.Max(request.ResolutionMetres, points.DistanceOf(Math.Sqrt(edge.Squared))));
        var condensed = new CondensedTree(count, request.MinClusterSize);
        condensed.Build(edges, levels);
        return Report(points, tree, squaredCores, FirstJoined(count, edges, levels), condensed);
    }

    /// <summary>Of each point, the least distance at which it is joined with any other.</summary>
    private static double[] FirstJoined(int count, ReachabilityEdge[] edges, double[] levels)
    {
        var joined = new double[count];
        for (var i = edges.Length - 1; i >= 0; i--)
            joined[edges[i].From] = joined[edges[i].Until] = levels[i];
        return joined;
    }

    private static HdbscanReport Report(PointSet points, SpotTree tree, double[] squaredCores, double[] joined, CondensedTree condensed)
    {
        var branches = condensed.Branches;
        var chosen = Chosen(branches);
        var (labels, probabilities, outliers, cores) = (new int[points.Count], new double[points.Count], new double[points.Count], new double[points.Count]);
        for (var i = 0; i < points.Count; i++)
        {
            var (point, own, exit) = (tree.Order[i], condensed.ClusterOfPoint[i], condensed.ExitLevels[i]);
            labels[point] = chosen[own];
            cores[point] = points.DistanceOf(Math.Sqrt(squaredCores[i]));
            outliers[point] = Math.Max(0, 1 - branches[own].LeastLevel / Math.Max(joined[i], branches[own].SplitLevel));
            if (chosen[own] >= 0)
                probabilities[point] = Math.Min(1, branches[chosen[own]].LastLevel / exit);
        }

        var numbers = DensityReport.NumberByFirst(labels);
        var stabilities = numbers.OrderBy(entry => entry.Value).Select(entry => branches[entry.Key].Stability);
        return new HdbscanReport([.. stabilities], ImmutableCollectionsMarshal.AsImmutableArray(labels),
            ImmutableCollectionsMarshal.AsImmutableArray(probabilities), ImmutableCollectionsMarshal.AsImmutableArray(outliers),
            ImmutableCollectionsMarshal.AsImmutableArray(cores));
    }

    /// <summary>For each branch the chosen one that holds it or is it; −1: none (2015, §4: excess of mass).</summary>
    private static int[] Chosen(List<Branch> branches)
    {
        var (best, isChosen, chosen) = (new double[branches.Count], new bool[branches.Count], new int[branches.Count]);
        for (var i = 0; i < branches.Count; i++)
        {
            var within = branches[i].Children.Sum(child => best[child]);
            isChosen[i] = branches[i].Parent >= 0 && (branches[i].Children.Count == 0 || branches[i].Stability >= within);
            best[i] = isChosen[i] ? branches[i].Stability : within;
        }

        for (var i = branches.Count - 1; i >= 0; i--)
        {
            var above = branches[i].Parent < 0 ? -1 : chosen[branches[i].Parent];
            chosen[i] = above >= 0 ? above : isChosen[i] ? i : -1;
        }

        return chosen;
    }
}
