using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>What is expected of a series that only the background forecasts.</summary>
public sealed class SeriesQuestion(IStoredForecastReader forecasts) : IQuestion<SeriesRequest, StoredForecast>
{
    public async Task<StoredResult<StoredForecast>?> FindAsync(SeriesRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await forecasts.FindAsync(request.JurisdictionCode, request.HeadCode, request.Step, viewer, cancellationToken).ConfigureAwait(false) is { } found
            ? new(found, found.ComputedAt)
            : null;
    }

    public Task<StoredForecast?> ComputeAsync(SeriesRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        Task.FromResult<StoredForecast?>(null);

    public AnswerState Judge(StoredForecast report, AnswerState state)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Outcome is ForecastImpossible { Obstacle: ForecastObstacle.Suppressed } ? AnswerState.Withheld : state;
    }
}
