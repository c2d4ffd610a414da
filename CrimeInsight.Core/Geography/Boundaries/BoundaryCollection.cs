using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>Shapes as GeoJSON.</summary>
/// <param name="Json">FeatureCollection, UTF-8.</param>
/// <param name="Count">Number of shapes.</param>
/// <param name="IsApproximate">Some shape was computed from points instead of taken from an official source.</param>
/// <param name="Version">Grows when shapes change.</param>
public sealed record BoundaryCollection(ReadOnlyMemory<byte> Json, int Count, bool IsApproximate, long Version)
{
    /// <summary>Some shape follows the outlines of <see cref="SvgStateOutlines"/>.</summary>
    public bool HasOutlines { get; init; } = true;

    /// <summary>Who published the loaded shapes among them.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];
}
