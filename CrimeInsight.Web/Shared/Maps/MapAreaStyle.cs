namespace CrimeInsight.Web.Shared.Maps;

/// <summary>How the areas of one class are filled.</summary>
/// <param name="Fill">CSS colour.</param>
/// <param name="IsHatched">Hatched instead of filled, for what is withheld.</param>
public sealed record MapAreaStyle(string Fill, bool IsHatched = false);
