using System.Collections.Immutable;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Areas filled by class.</summary>
/// <param name="Key">Shapes are drawn anew when it changes; within a key only styles and texts change.</param>
/// <param name="Url">GeoJSON with the shapes; null when all items are points.</param>
public sealed record MapAreaLayer(string Key, string? Url, ImmutableArray<MapAreaStyle> Styles, ImmutableArray<MapArea> Items);
