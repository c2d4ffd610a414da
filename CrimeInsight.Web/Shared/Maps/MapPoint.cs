namespace CrimeInsight.Web.Shared.Maps;

/// <summary>A place on the map in degrees.</summary>
public readonly record struct MapPoint(double Latitude, double Longitude);
