using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>A planted hotspot: a Gaussian cluster (Thomas process) that stays where it is over all years.</summary>
/// <param name="StationOrdinal">Nearest station, which registers its cases.</param>
/// <param name="SpreadMetres">Standard deviation, east and north.</param>
/// <param name="Strength">Its share of all hotspot cases of its district, 0–1.</param>
public sealed record Hotspot(string DistrictCode, int StationOrdinal, GeoPoint Centre, double SpreadMetres, double Strength);
