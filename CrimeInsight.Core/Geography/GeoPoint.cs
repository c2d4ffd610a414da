namespace CrimeInsight.Core.Geography;

/// <summary>A place in WGS 84 degrees. Never mixed with metres: those are <c>PlanePoint</c>.</summary>
/// <param name="Latitude">−90 … 90.</param>
/// <param name="Longitude">−180 … 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
