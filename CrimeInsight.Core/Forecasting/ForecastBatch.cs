using System.Runtime.InteropServices;

namespace CrimeInsight.Core.Forecasting;

/// <summary>Forecasts many series at once. Pure and deterministic, whatever the number of threads.</summary>
public static class ForecastBatch
{
    /// <param name="known">Used as it is when given; else learned from these series.</param>
    /// <param name="done">Told the number of series done so far, from any thread.</param>
    /// <param name="threads">Most threads at once, 1 or more.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ForecastBatchResult Run(IReadOnlyList<ForecastRequest> requests, ForecastCalibration? known, IProgress<int>? done, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var outcomes = new ForecastOutcome[requests.Count];
        var finished = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, requests.Count, options, i =>
        {
            outcomes[i] = Forecaster.Run(requests[i], known);
            done?.Report(Interlocked.Increment(ref finished));
        });
        return new ForecastBatchResult(ImmutableCollectionsMarshal.AsImmutableArray(outcomes), known ?? new ForecastCalibration([]));
    }
}
