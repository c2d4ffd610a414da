namespace CrimeInsight.Web.Features.Overview;

/// <summary>A row of a <see cref="BarList"/>.</summary>
/// <param name="Fraction">Length of the bar, 0 … 1 of the longest.</param>
/// <param name="Href">Where the row leads.</param>
public sealed record BarItem(string Name, string Value, string Detail, double Fraction, string Href);
