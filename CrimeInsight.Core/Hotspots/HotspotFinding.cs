using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Hotspots;

/// <summary>One hotspot (or coldspot) with its evidence.</summary>
/// <param name="Key">Unique in its report; keeps its meaning while the data do.</param>
/// <param name="Class">What it is.</param>
/// <param name="Place">The place itself, or the middle one of several.</param>
/// <param name="Places">All places of it, the nearest to the middle first.</param>
/// <param name="Period">When its cases occurred.</param>
/// <param name="Cases">Registered in the places themselves in that time.</param>
/// <param name="Expected">If only chance were at work.</param>
/// <param name="RelativeRisk">Of places: cases over expected. Of circles: rate inside over rate outside. Null when it is not defined.</param>
/// <param name="P">Corrected for all tests made; null where a class of many tests passed at the level, and no single p stands for it.</param>
/// <param name="Circle">Centre and radius in metres; null for a single area.</param>
public sealed record HotspotFinding(
    string Key,
    PlaceClass Class,
    Jurisdiction Place,
    ImmutableArray<Jurisdiction> Places,
    Period Period,
    double Cases,
    double Expected,
    double? RelativeRisk,
    double? P,
    (GeoPoint Centre, double Metres)? Circle)
{
    /// <summary>Corners around the cells of it; empty unless it was found among single cases.</summary>
    public ImmutableArray<GeoPoint> Outline { get; init; } = [];

    /// <summary>
    /// Of places compared with their neighbours what was tested: cases and expected of the places and their neighbours together, for
    /// likeness of the neighbours alone. Null for other methods.
    /// </summary>
    public (double Cases, double Expected)? Around { get; init; }

    /// <summary>Its cases of each of the last months, the last of the period at the end; empty unless it is a crowd.</summary>
    public ImmutableArray<int> Monthly { get; init; } = [];

    /// <summary>What became of it month by month; null unless it is a crowd.</summary>
    public CrowdCourse? Course { get; init; }
}
