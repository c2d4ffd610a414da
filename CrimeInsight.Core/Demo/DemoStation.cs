using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>A police station that incidents are registered at.</summary>
/// <param name="Ordinal">Ordinal of the jurisdiction.</param>
public sealed record DemoStation(string DistrictCode, int Ordinal, GeoPoint Point);
