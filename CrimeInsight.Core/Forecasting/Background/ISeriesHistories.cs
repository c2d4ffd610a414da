using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>Port: histories of many series at once, within a person's rights, and which of them are withheld.</summary>
public interface ISeriesHistories
{
    Task<HistoryPanel> ReadAsync(SeriesSet set, Viewer viewer, CancellationToken cancellationToken);
}
