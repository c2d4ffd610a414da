namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>Which series is asked for: of a place and a head, by month or week.</summary>
public sealed record SeriesRequest(string JurisdictionCode, string HeadCode, SeriesStep Step);
