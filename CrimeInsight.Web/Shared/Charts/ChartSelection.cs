namespace CrimeInsight.Web.Shared.Charts;

/// <summary>A value that the reader chose in a chart.</summary>
public readonly record struct ChartSelection(int SeriesIndex, int CategoryIndex);
