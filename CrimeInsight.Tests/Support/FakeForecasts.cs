using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Stored forecasts as a test sets them.</summary>
internal sealed class FakeForecasts : IStoredForecastReader
{
    public StoredForecast? Stored { get; init; }

    public StoredForecast? Weekly { get; set; }

    public ForecastRanking Ranking { get; set; } = new(null, [], false, 0);

    public ImmutableArray<LevelAccuracy> Accuracy { get; set; } = [];

    /// <summary>Place and head last asked for.</summary>
    public (string Place, string Head)? Asked { get; private set; }

    public Task<StoredForecast?> FindAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken)
    {
        Asked = (jurisdictionCode, headCode);
        return Task.FromResult(step == SeriesStep.Week ? Weekly : Stored);
    }

    public Task<ForecastRanking> RankAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken)
    {
        Asked = (jurisdictionCode, headCode);
        return Task.FromResult(Ranking);
    }

    public Task<ImmutableArray<LevelAccuracy>> AccuracyAsync(string? jurisdictionCode, string headCode, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult(Accuracy);

    public Task<ForecastCalibration?> FindCalibrationAsync(SeriesStep step, CancellationToken cancellationToken) => Task.FromResult<ForecastCalibration?>(null);
}
