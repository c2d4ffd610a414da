namespace CrimeInsight.Web.Shared.Charts;

/// <summary>A class of a heatmap: values from <paramref name="From"/> to <paramref name="To"/>, both inclusive.</summary>
/// <param name="Name">Text of the legend.</param>
public sealed record ChartBand(double From, double To, string Name, string Colour);
