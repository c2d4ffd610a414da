using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>The place of a row.</summary>
/// <param name="Precision"><see cref="LocationPrecision.Station"/> without a point: that of the station stands in for it.</param>
/// <param name="Named">The finest place known; null when there is none.</param>
internal readonly record struct Placement(int Ordinal, GeoPoint? Point, LocationPrecision Precision, Jurisdiction? Named)
{
    /// <summary>How exactly it is known by what is stored.</summary>
    public PlaceKnown KnownAs(bool isProtected) => (Point, Precision) switch
    {
        (null, LocationPrecision.Station) when !isProtected => PlaceKnown.StationPoint,
        (null, _) => Named?.Level switch
        {
            >= JurisdictionLevel.Station => PlaceKnown.Station,
            >= JurisdictionLevel.District => PlaceKnown.District,
            _ => PlaceKnown.State,
        },
        (_, > LocationPrecision.Cell) => PlaceKnown.Coarse,
        (_, LocationPrecision.Cell) => PlaceKnown.Cell,
        _ when isProtected => PlaceKnown.Cell,
        (_, LocationPrecision.Locality) => PlaceKnown.Locality,
        _ => PlaceKnown.Exact,
    };
}
