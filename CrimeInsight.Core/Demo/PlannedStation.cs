using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>A synthetic police station.</summary>
/// <param name="Code">Code of the district, then <c>-001</c>, <c>-002</c>, …</param>
/// <param name="Names">Unique within the district in each language.</param>
public sealed record PlannedStation(
    string Code,
    string DistrictCode,
    IReadOnlyDictionary<string, string> Names,
    GeoPoint Point);
