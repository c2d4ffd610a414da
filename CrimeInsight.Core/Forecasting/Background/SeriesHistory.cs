using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>The cases of one jurisdiction and head by month or week.</summary>
/// <param name="Counts">Without gaps; at least one is not zero.</param>
/// <param name="IsWithheld">A query for these counts would withhold some of them.</param>
public sealed record SeriesHistory(Jurisdiction Place, short HeadId, int[] Counts, bool IsWithheld);
