namespace CrimeInsight.Core.Places;

/// <summary>A person whose rights follow an edit of places.</summary>
/// <param name="Gains">Sees more than before; otherwise less.</param>
public sealed record PlaceEditPerson(string Name, bool Gains);
