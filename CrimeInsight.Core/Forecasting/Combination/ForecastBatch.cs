using System.Runtime.InteropServices;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Forecasts many series at once: first all methods on every series, then one calibration learned from all of them, then
/// the reports. Pure and deterministic, whatever the number of threads.
/// </summary>
public static class ForecastBatch
{
    /// <param name="known">Used as it is when given; else learned from these series.</param>
    /// <param name="done">Told the number of series whose methods are done, from any thread.</param>
    /// <param name="threads">Most threads at once, 1 or more.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ForecastBatchResult Run(
        IReadOnlyList<ForecastRequest> requests, ForecastCalibration? known, IProgress<int>? done, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var runs = new SeriesRun?[requests.Count];
        var finished = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, requests.Count, options, i =>
        {
            if (MethodChoice.TooShort(requests[i]) is null)
                runs[i] = SeriesRun.Make(requests[i]);
            done?.Report(Interlocked.Increment(ref finished));
        });
        PanelMembers.Add(runs, cancellationToken);
        var calibration = known ?? CalibrationLearner.Learn([.. runs.OfType<SeriesRun>().Where(run => run.Request.Model.IsAuto)]);
        var outcomes = new ForecastOutcome[requests.Count];
        Parallel.For(0, requests.Count, options, i =>
        {
            outcomes[i] = runs[i] is { } run
                ? ReportWriter.Write(run, calibration)
                : MethodChoice.TooShort(requests[i])!;
            runs[i] = null;
        });
        return new ForecastBatchResult(ImmutableCollectionsMarshal.AsImmutableArray(outcomes), calibration);
    }
}
