using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Kulldorff's scan statistic: of all circles around the places, over all runs of periods, those with the greatest
/// log-likelihood ratio, each with the chance that data in which nothing stands out show one as great anywhere. One test for
/// all windows, so no further correction is due. Circles only, high rates only, no covariates.
/// </summary>
/// <remarks>
/// Kulldorff (1997), doi:10.1080/03610929708831995; over time Kulldorff (2001), doi:10.1111/1467-985X.00186; permutation
/// Kulldorff et al. (2005), doi:10.1371/journal.pmed.0020059. Secondary clusters are those that overlap no more likely one,
/// with p from the same maxima, as in SaTScan; unlike there, all windows are searched for them, not only each centre's best.
/// </remarks>
public static class KulldorffScan
{
    /// <summary>Replicas from which 5 % of them is at least one.</summary>
    private const int LeastForCriticalValue = 19;

    /// <summary>Scans. The same report for the same request, whatever the number of threads.</summary>
    /// <param name="done">Told the number of replicas made, from any thread.</param>
    /// <param name="threads">Most threads at once, 1 or more.</param>
    /// <exception cref="ArgumentException">No window fits the largest share, or there are too many for memory.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ScanReport Run(ScanRequest request, IProgress<int>? done, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        try
        {
            var problem = ScanProblem.Of(request, options);
            var windows = ClusterChoice.Choose(problem, options);
            var maxima = ReplicaMaxima.Run(problem, windows.Count > 0 ? windows[0].Ratio : double.PositiveInfinity, done, options);
            return Report(problem, windows, maxima);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is ArgumentException))
        {
            throw new ArgumentException(several.InnerExceptions[0].Message, nameof(request), several);
        }
    }

    private static ScanReport Report(ScanProblem problem, List<Window> windows, double[] maxima)
    {
        var fit = GumbelFit.Of(maxima);
        var sorted = maxima.Order().ToArray();
        // The least value that at most 5 % of all (the data among them) exceed or equal.
        var rank = (int)Math.Floor(0.05 * (maxima.Length + 1));
        return new ScanReport(
            problem.Request,
            problem.MaxDuration,
            problem.Windows,
            maxima.Length,
            maxima.Length < LeastForCriticalValue ? null : sorted[^rank],
            fit?.Location,
            fit?.Scale,
            [.. windows.Select((window, number) => Cluster(problem, window, maxima, fit, isFirst: number == 0))])
        {
            Dispersion = problem.Dispersion?.Summary,
        };
    }

    private static ScanCluster Cluster(ScanProblem problem, Window window, double[] maxima, GumbelFit? fit, bool isFirst)
    {
        var hits = maxima.Count(maximum => ReplicaMaxima.Reaches(maximum, window.Ratio));
        var stopAt = problem.Request.StopAfterHits;
        var p = isFirst && stopAt > 0 && hits == stopAt && ReplicaMaxima.Reaches(maxima[^1], window.Ratio)
            ? (double)hits / maxima.Length
            : (hits + 1.0) / (maxima.Length + 1);
        var (cases, expected, total) = (window.Cases, window.Expected, (double)problem.Total);
        return new ScanCluster(
            ImmutableArray.Create(ClusterChoice.PlacesOf(problem, window)),
            ClusterChoice.RadiusOf(problem, window),
            window.From,
            problem.Request.Span == ScanSpan.Space ? problem.Request.Periods : window.Until,
            (int)cases,
            expected,
            cases < total ? cases / expected / ((total - cases) / (total - expected)) : null,
            window.Ratio,
            p,
            fit?.UpperTail(window.Ratio));
    }
}
