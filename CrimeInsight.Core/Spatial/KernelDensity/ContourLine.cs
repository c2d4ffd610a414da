using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>A line along which a surface has one value, the higher values on its left.</summary>
/// <param name="Points">In order; of a closed line the first is not repeated.</param>
/// <param name="IsClosed">False for a line that ends at the edge of the grid.</param>
public sealed record ContourLine(ImmutableArray<PlanePoint> Points, bool IsClosed);
