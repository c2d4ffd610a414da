namespace CrimeInsight.Web.Features.Overview;

/// <summary>A change in words and its direction; null: too few cases to tell one.</summary>
public sealed record FigureChange(double? Percent, string Text);
