namespace CrimeInsight.Web.Shared.Charts;

/// <summary>A vertical line at a category, such as the start of a forecast or a change of law.</summary>
public sealed record ChartMark(string Category, string Text);
