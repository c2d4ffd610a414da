using CrimeInsight.Core.Spatial.Clustering.Places;


namespace CrimeInsight.Core.Spatial.Clustering.Partition;

/// <summary>
/// Mean silhouette (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7, §2): (b − a)/max(a, b) of each point, a its mean distance
/// to the others of its cluster and b that to the nearest other cluster; 0 for a point alone in its cluster.
/// </summary>
internal static class Silhouette
{
    /// <param name="labels">From 0 to <paramref name="clusters"/> less one.</param>
    /// <returns>−1 … 1; 0 with fewer than two clusters.</returns>
    public static double Mean(ReadOnlySpan<Spot> spots, ReadOnlySpan<int> labels, int clusters)
    {
        var (sizes, sums, total) = (new int[clusters], new double[clusters], 0.0);
        foreach (var label in labels)
            sizes[label]++;
        for (var i = 0; i < spots.Length; i++)
        {
            Array.Clear(sums);
            for (var j = 0; j < spots.Length; j++)
                sums[labels[j]] += Math.Sqrt(Spot.Squared(spots[i], spots[j]));
            total += Of(labels[i], sums, sizes);
        }

        return spots.Length == 0 ? 0 : total / spots.Length;
    }

    private static double Of(int own, double[] sums, int[] sizes)
    {
        if (sizes[own] < 2)
            return 0;
        var (within, between) = (sums[own] / (sizes[own] - 1), double.PositiveInfinity);
        for (var cluster = 0; cluster < sums.Length; cluster++)
        {
            if (cluster != own && sizes[cluster] > 0)
                between = Math.Min(between, sums[cluster] / sizes[cluster]);
        }

        var larger = Math.Max(within, between);
        return double.IsInfinity(larger) || larger == 0 ? 0 : (between - within) / larger;
    }
}
