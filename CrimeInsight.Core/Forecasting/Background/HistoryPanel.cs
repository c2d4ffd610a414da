namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>All series of a set, from one snapshot of the data.</summary>
/// <param name="From">First day of the first value.</param>
/// <param name="Series">By place and head; those without any case are left out.</param>
/// <param name="DataVersion">Version of the snapshot.</param>
public sealed record HistoryPanel(DateOnly From, SeriesStep Step, IReadOnlyList<SeriesHistory> Series, long DataVersion);
