using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A place on a map of hotspots.</summary>
/// <param name="Cases">Registered cases of the period; null when withheld.</param>
/// <param name="RatePerLakh">Per 100,000 residents and year; null below the district.</param>
/// <param name="Before">At the level by its own test.</param>
/// <param name="After">At the level after correction for all tests made.</param>
/// <param name="Z">Standard deviations from what is expected by chance; null where the method has none.</param>
/// <param name="P">Of its own test; null where the method has none.</param>
/// <param name="PCorrected">After correction.</param>
public sealed record PlaceMark(
    Jurisdiction Place, double? Cases, double? RatePerLakh, PlaceClass Before, PlaceClass After, double? Z = null, double? P = null, double? PCorrected = null);
