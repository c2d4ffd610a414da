namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>How many months came inside the interval of a level.</summary>
public sealed record ReplayHits(double LevelPercent, int Inside);
