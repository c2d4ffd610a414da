namespace CrimeInsight.Data.Hotspots;

/// <summary>All results of an area.</summary>
/// <param name="DataVersion">Of the complete months before the first case was read: newer ones may have come in between, older ones not.</param>
/// <param name="ReferenceVersion">Likewise, of places and heads.</param>
/// <param name="Until">First day after the months looked at.</param>
internal sealed record HotspotPanel(long DataVersion, long ReferenceVersion, DateOnly Until, IReadOnlyList<HotspotResult> Results);
