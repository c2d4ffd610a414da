namespace CrimeInsight.Data.Forecasting;

/// <summary>A run as it stands.</summary>
/// <param name="State">As stored.</param>
/// <param name="IsStale">Nothing was heard of it for a minute.</param>
internal sealed record LatestRun(Guid Id, string State, bool IsStale);
