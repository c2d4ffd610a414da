using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Hotspots;

/// <summary>What a method found among the places of a scope, or among single cases.</summary>
public abstract record FindingsReport : HotspotReport
{
    /// <summary>Level of the places.</summary>
    public required JurisdictionLevel Level { get; init; }

    /// <summary>Every place with coordinates, in the order of the tree; none when single cases were looked at.</summary>
    public ImmutableArray<PlaceMark> Marks { get; init; } = [];

    /// <summary>Those that passed, strongest first.</summary>
    public abstract IReadOnlyList<HotspotFinding> Findings { get; }

    /// <summary>Places, windows, clusters or cells that were tested.</summary>
    public long Tested { get; init; }

    /// <summary>Random rearrangements each was compared with; 0: p by a law.</summary>
    public int Replicas { get; init; }

    /// <summary>How p was corrected for all tests made.</summary>
    public abstract HotspotCorrection Correction { get; }

    /// <summary>Places at the significance level before correction.</summary>
    public int Before => Marks.Count(mark => mark.Before is not (PlaceClass.None or PlaceClass.Untested));

    /// <summary>Places at the significance level after correction.</summary>
    public int After => Marks.Count(mark => mark.After is not (PlaceClass.None or PlaceClass.Untested));
}
