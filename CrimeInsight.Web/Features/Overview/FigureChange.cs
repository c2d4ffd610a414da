namespace CrimeInsight.Web.Features.Overview;

/// <summary>A change in words and its direction.</summary>
public sealed record FigureChange(double? Percent, string Text);
