using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Boundaries;

/// <summary>A place as it is drawn today.</summary>
/// <param name="IsApproximate">Computed from points.</param>
internal sealed record DrawnShape(GeoShape Shape, bool IsApproximate);
