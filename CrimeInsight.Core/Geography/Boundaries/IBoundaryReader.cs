namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>Port: shapes of jurisdictions for the map.</summary>
public interface IBoundaryReader
{
    /// <summary>
    /// A GeoJSON FeatureCollection (UTF-8). Each feature has an <c>id</c> and the properties <c>code</c> and
    /// <c>approximate</c>; the collection has <c>approximate</c> (any of them) and <c>source</c>. Empty while shapes are being computed.
    /// </summary>
    /// <param name="within">Code of the state whose districts are wanted; null for the whole country.</param>
    ValueTask<BoundaryCollection> ReadAsync(BoundaryLevel level, string? within, CancellationToken cancellationToken);
}
