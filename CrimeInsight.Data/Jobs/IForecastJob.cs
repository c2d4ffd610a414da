using Hangfire;

namespace CrimeInsight.Data.Jobs;

/// <summary>The job that computes stored forecasts. Its name and parameters are stored in the queue; never rename.</summary>
public interface IForecastJob
{
    /// <summary>Works on a run until it is over. Safe to repeat, and in several processes.</summary>
    /// <param name="person">The run's owner.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [15, 60, 300])]
    Task RunAsync(Guid run, Guid person, CancellationToken cancellationToken);
}
