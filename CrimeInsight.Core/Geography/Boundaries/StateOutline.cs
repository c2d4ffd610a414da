using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>One outline of the source map. It may be shared: the map predates the division of Jammu and Kashmir.</summary>
/// <param name="StateCodes">Codes of the states or union territories it covers today.</param>
public sealed record StateOutline(ImmutableArray<string> StateCodes, GeoShape Shape);
