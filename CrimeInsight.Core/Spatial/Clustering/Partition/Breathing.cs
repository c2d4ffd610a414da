using CrimeInsight.Core.Spatial.Clustering.Places;


namespace CrimeInsight.Core.Spatial.Clustering.Partition;

/// <summary>
/// Better centres than Lloyd's steps come to rest at: some are added where the sum of squares is largest, the steps run, as many of
/// those that are missed least are taken away, and the steps run again; with fewer at a time whenever that did not help. Fritzke
/// (2020), The breathing k-means algorithm, arXiv:2006.15666. The sum of squares never grows.
/// </summary>
internal sealed class Breathing(Spot[] spots, Random random, CancellationToken cancellation)
{
    private const int MostAdded = 5;

    // What is gained less is not worth another breath.
    private const double LeastGain = 1e-5;

    // Of the mean distance to a centre, so that the one beside it takes some of its points.
    private const double OffsetShare = 0.01;

    /// <param name="start">At rest.</param>
    public Refinement Improve(Refinement start)
    {
        var (best, least, added) = (start, start.Inertia(), Math.Min(MostAdded, start.Centres.Length));
        while (added > 0)
        {
            var trial = Settled(Fewer(Settled(More(best, added)), added));
            var inertia = trial.Inertia();
            if (inertia >= least)
                added--;
            else
                (best, least, added) = (trial, inertia, inertia < (1 - LeastGain) * least ? added : added - 1);
        }

        return best;
    }

    private Refinement Settled(Spot[] centres)
    {
        var refinement = new Refinement(spots, centres);
        refinement.Run(cancellation);
        return refinement;
    }

    /// <summary>The centres, and beside each of those with the largest sums of squares one more.</summary>
    private Spot[] More(Refinement now, int added)
    {
        var (sums, counts) = (new double[now.Centres.Length], new int[now.Centres.Length]);
        for (var i = 0; i < spots.Length; i++)
        {
            sums[now.Labels[i]] += Spot.Squared(spots[i], now.Centres[now.Labels[i]]);
            counts[now.Labels[i]]++;
        }

        var worst = Enumerable.Range(0, sums.Length).OrderByDescending(c => sums[c]).Take(added).ToArray();
        var centres = new List<Spot>([.. now.Centres]);
        foreach (var c in worst)
        {
            var offset = OffsetShare * Math.Sqrt(sums[c] / Math.Max(1, counts[c]));
            centres.Add(new Spot(centres[c].X + Step(offset), centres[c].Y + Step(offset), centres[c].Z == 0 ? 0 : centres[c].Z + Step(offset)));
        }

        return [.. centres];
    }

    private double Step(double offset) => offset * (2 * random.NextDouble() - 1);

    /// <summary>Without those whose points lose least when the next centre takes them; of two that stand in for each other one stays.</summary>
    private Spot[] Fewer(Refinement now, int removed)
    {
        var centres = now.Centres.ToArray();
        var (search, loss) = (new CentreSearch(centres.Length), new double[centres.Length]);
        search.Update(centres);
        foreach (ref readonly var spot in spots.AsSpan())
        {
            var (nearest, squared, next) = search.Find(spot);
            loss[nearest] += next - squared;
        }

        var (gone, kept) = (new HashSet<int>(), new HashSet<int>());
        foreach (var c in Enumerable.Range(0, centres.Length).OrderBy(c => loss[c]))
        {
            if (gone.Count == removed)
                break;
            if (kept.Contains(c))
                continue;
            gone.Add(c);
            // Never so many that too few are left to go.
            if (kept.Count + removed < centres.Length)
                kept.Add(Enumerable.Range(0, centres.Length).Where(other => other != c && !gone.Contains(other))
                    .MinBy(other => Spot.Squared(centres[c], centres[other])));
        }

        return [.. centres.Index().Where(centre => !gone.Contains(centre.Index)).Select(centre => centre.Item)];
    }
}
