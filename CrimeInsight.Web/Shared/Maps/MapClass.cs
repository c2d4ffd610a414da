
namespace CrimeInsight.Web.Shared.Maps;

/// <summary>One class of the map as the legend shows it.</summary>
/// <param name="Label">Range of values in words.</param>
/// <param name="Areas">How many areas are in it.</param>
/// <param name="HasValues">False for withheld and for no figure.</param>
public sealed record MapClass(string Label, MapAreaStyle Style, int Areas, bool HasValues = true);
