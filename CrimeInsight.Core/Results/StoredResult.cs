namespace CrimeInsight.Core.Results;

/// <summary>What was computed in the background.</summary>
public sealed record StoredResult<TReport>(TReport Report, DateTimeOffset ComputedAt);
