using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>What is known of where a district lies, from which its approximate shape is drawn.</summary>
/// <param name="Code">Code of the district.</param>
/// <param name="StateCode">Code of its state or union territory.</param>
/// <param name="Point">A place inside the district.</param>
/// <param name="AreaSquareKilometres">Its official area; null when unknown.</param>
/// <param name="Towns">Further places known to lie in the district; may be empty.</param>
public sealed record DistrictSite(
    string Code,
    string StateCode,
    GeoPoint Point,
    double? AreaSquareKilometres,
    ImmutableArray<GeoPoint> Towns);
