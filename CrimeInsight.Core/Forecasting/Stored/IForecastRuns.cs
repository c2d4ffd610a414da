using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>Port: runs that recompute the stored forecasts. Only administrators see and steer them; the database checks.</summary>
public interface IForecastRuns
{
    /// <summary>The newest runs first.</summary>
    Task<IReadOnlyList<ForecastRun>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a run as this person: the open one if there is one, what an earlier run left undone, or, when all is up to
    /// date, everything again.
    /// </summary>
    /// <exception cref="OperatorException">The person is no administrator, or there are no data.</exception>
    Task StartAsync(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Ends an open run within seconds; what is stored stays. False when it was over.</summary>
    Task<bool> CancelAsync(Guid runId, Viewer viewer, CancellationToken cancellationToken);
}
