namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>Maxima of all replicas, in the order of their numbers, whatever the number of threads.</summary>
internal static class ReplicaMaxima
{
    /// <summary>Room above the number of cases, so that a counter never wraps.</summary>
    private const int MostWholeCases = ushort.MaxValue - 1;

    /// <summary>Most cases counted modulo 2¹⁶: a window's count has a standard deviation of at most 1,118.</summary>
    private const int MostModularCases = 5_000_000;

    /// <summary>Replicas to a round when the scan may stop early: looked at together, so that a round's end is the same for any number of threads.</summary>
    private const int RoundReplicas = 128;

    /// <summary>Statistics this near are equal up to the order of sums.</summary>
    private const double Tie = 1e-9;

    /// <param name="observed">Maximum on the data.</param>
    /// <param name="done">Told the number of replicas made, from any thread.</param>
    public static double[] Run(ScanProblem problem, double observed, IProgress<int>? done, ParallelOptions options)
    {
        var source = SourceOf(problem);
        return problem.Total switch
        {
            <= MostWholeCases => Run<ushort>(problem, source, observed, done, options),
            <= MostModularCases => Run<short>(problem, source, observed, done, options),
            _ => Run<uint>(problem, source, observed, done, options),
        };
    }

    internal static IReplicaSource SourceOf(ScanProblem problem)
    {
        if (problem.Dispersion is { IsOver: true } dispersion)
            return new OverdispersedReplicas(problem, dispersion);
        return problem.Request.Model == ScanModel.Poisson
            ? new PoissonReplicas(problem.Cells, problem.Total, problem.Request.Seed)
            : new PermutationReplicas(problem.Cases, problem.Periods, problem.Total, problem.Request.Seed);
    }

    /// <summary>True when a replica reached a value, or the same value summed in another order.</summary>
    public static bool Reaches(double maximum, double value) => maximum >= value - Tie * Math.Max(1, value);

    private static double[] Run<T>(ScanProblem problem, IReplicaSource source, double observed, IProgress<int>? done, ParallelOptions options)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T>
    {
        var request = problem.Request;
        var levels = new ThresholdLevels<T>(problem.Total, request.LeastCases);
        var maxima = new double[request.Replicas];
        var lanes = ReplicaKernel<T>.Lanes;
        var (round, made, finished, hits) = (request.StopAfterHits == 0 ? maxima.Length : RoundReplicas, 0, 0, 0);
        while (made < maxima.Length)
        {
            var (first, until) = (made, Math.Min(maxima.Length, made + round));
            Parallel.For(0, (until - first + lanes - 1) / lanes, options, () => new ReplicaKernel<T>(problem, source, levels), (batch, _, kernel) =>
            {
                var start = first + batch * lanes;
                var span = maxima.AsSpan(start, Math.Min(lanes, until - start));
                kernel.Run(start, span, options.CancellationToken);
                done?.Report(Interlocked.Add(ref finished, span.Length));
                return kernel;
            }, _ => { });
            for (; made < until; made++)
            {
                if (Reaches(maxima[made], observed) && ++hits == request.StopAfterHits)
                    return maxima[..(made + 1)];
            }
        }

        return maxima;
    }
}
