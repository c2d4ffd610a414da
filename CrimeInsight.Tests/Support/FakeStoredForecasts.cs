using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>One stored forecast for every series; null: none.</summary>
internal sealed class FakeStoredForecasts(StoredForecast? stored) : IStoredForecastReader
{
    public Task<StoredForecast?> FindAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult(stored is null ? null : stored with { JurisdictionCode = jurisdictionCode, HeadCode = headCode });

    public Task<ForecastRanking> RankAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult(new ForecastRanking(null, [], false, 0));

    public Task<ForecastCalibration?> FindCalibrationAsync(SeriesStep step, CancellationToken cancellationToken) => Task.FromResult<ForecastCalibration?>(null);
}
