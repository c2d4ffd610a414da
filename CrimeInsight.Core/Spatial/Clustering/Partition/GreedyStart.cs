using CrimeInsight.Core.Spatial.Clustering.Places;


namespace CrimeInsight.Core.Spatial.Clustering.Partition;

/// <summary>
/// First centres by greedy k-means++: each next one is, of 2 + ln k points drawn in proportion to their squared distance from the
/// centres so far, the one that leaves the least sum of squares. Arthur and Vassilvitskii (2007), §7; O(points·k·ln k).
/// </summary>
internal static class GreedyStart
{
    /// <param name="spots">At least as many different ones as centres.</param>
    public static Spot[] Centres(Spot[] spots, int clusters, Random random)
    {
        var (centres, candidates) = (new Spot[clusters], 2 + (int)Math.Log(clusters));
        var (squared, trial, best) = (new double[spots.Length], new double[spots.Length], new double[spots.Length]);
        Array.Fill(squared, double.PositiveInfinity);
        centres[0] = spots[random.Next(spots.Length)];
        var sum = Approach(spots, centres[0], squared, squared);
        for (var c = 1; c < clusters; c++)
        {
            var least = double.PositiveInfinity;
            for (var candidate = 0; candidate < candidates; candidate++)
            {
                var spot = spots[Draw(squared, sum * random.NextDouble())];
                var left = Approach(spots, spot, squared, trial);
                if (left >= least)
                    continue;
                (least, centres[c]) = (left, spot);
                (best, trial) = (trial, best);
            }

            (sum, squared, best) = (least, best, squared);
        }

        return centres;
    }

    /// <summary>Squared distances to the nearest centre with one more, and their sum.</summary>
    private static double Approach(Spot[] spots, in Spot centre, double[] before, double[] after)
    {
        var sum = 0.0;
        for (var i = 0; i < spots.Length; i++)
            sum += after[i] = Math.Min(before[i], Spot.Squared(spots[i], centre));
        return sum;
    }

    private static int Draw(double[] shares, double at)
    {
        var last = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] <= 0)
                continue;
            last = i;
            at -= shares[i];
            if (at < 0)
                break;
        }

        return last;
    }
}
