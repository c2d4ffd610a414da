namespace CrimeInsight.Core.Quality;

/// <summary>Who is in charge of a place.</summary>
/// <param name="Part">Index of the place asked for.</param>
/// <param name="Name">As shown to others.</param>
public sealed record PlaceContact(int Part, string Name);
