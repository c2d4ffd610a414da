namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>A jurisdiction's area on the map.</summary>
/// <param name="Code">Code of the jurisdiction: <c>IN</c>, <c>IN-TN</c>, <c>IN-TN-603</c>.</param>
public sealed record JurisdictionShape(string Code, GeoShape Shape);
