using System.Collections.Immutable;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Where the map moves. It moves once for each new <see cref="Key"/>, so the reader's own moves stay.</summary>
/// <param name="Codes">Areas to fit into view; those not drawn are passed over.</param>
/// <param name="Bounds">Used when none of the areas is drawn.</param>
public sealed record MapFit(string Key, ImmutableArray<string> Codes, MapBounds Bounds, double MaxZoom = 12);
