namespace CrimeInsight.Web.Features.Overview;

/// <summary>An interval of one level along the axis of a <see cref="TrendSeries"/>.</summary>
public sealed record TrendBand(double LevelPercent, IReadOnlyList<double?> Lower, IReadOnlyList<double?> Upper);
