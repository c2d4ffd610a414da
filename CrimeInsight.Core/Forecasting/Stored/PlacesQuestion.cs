using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>What is expected next in the parts of a place.</summary>
public sealed class PlacesQuestion(IStoredForecastReader forecasts) : IQuestion<SeriesRequest, ForecastRanking>
{
    public async Task<StoredResult<ForecastRanking>?> FindAsync(SeriesRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await forecasts.RankAsync(request.JurisdictionCode, request.HeadCode, request.Step, viewer, cancellationToken).ConfigureAwait(false);
        return found.Ranks.IsEmpty ? null : new(found, found.ComputedAt);
    }

    public Task<ForecastRanking?> ComputeAsync(SeriesRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        Task.FromResult<ForecastRanking?>(null);

    // Single places are withheld within a ranking, which says so itself.
    public AnswerState Judge(ForecastRanking report, AnswerState state) => state;
}
