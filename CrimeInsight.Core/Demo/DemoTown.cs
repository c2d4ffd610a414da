using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>A town of a district.</summary>
public sealed record DemoTown(string DistrictCode, GeoPoint Point, int Population);
