namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>How far neighbours may be apart, limits included.</summary>
/// <param name="SquaredChord">Square of the straight distance, metres².</param>
/// <param name="Days">Apart in time; infinite when time does not matter.</param>
internal readonly record struct Reach(double SquaredChord, double Days);
