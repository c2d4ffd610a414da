using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Core.Hotspots;

/// <summary>What a method found among the places of a scope, with all it was made with.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Level">Level of the places.</param>
/// <param name="Period">When the cases occurred that were looked at.</param>
/// <param name="Marks">Every place with coordinates, in the order of the tree; none when single cases were looked at.</param>
/// <param name="Findings">Those that passed, strongest first.</param>
/// <param name="Tested">Places or windows that were tested.</param>
/// <param name="Replicas">Random rearrangements each was compared with.</param>
/// <param name="Obstacle">Why there is nothing; null when the method could be used.</param>
public sealed record HotspotReport(
    HotspotRequest Request,
    JurisdictionLevel Level,
    Period Period,
    ImmutableArray<PlaceMark> Marks,
    ImmutableArray<HotspotFinding> Findings,
    long Tested,
    int Replicas,
    HotspotObstacle? Obstacle = null)
{
    /// <summary>Heads whose victims are protected were left out, because their counts by place would be withheld.</summary>
    public bool IsWithoutSensitive { get; init; }

    /// <summary>What single cases were compared with, or the cases of places whose residents are not known; null for others.</summary>
    public CaseBackground? Background { get; init; }

    /// <summary>Cases that were compared with a background; 0 without one.</summary>
    public int Compared { get; init; }

    /// <summary>What they were drawn from by chance: they and those they were compared with; 0 without one.</summary>
    public int Population { get; init; }

    /// <summary>What was there before any test: crowds, the largest first, or dense land, the widest first.</summary>
    public ImmutableArray<PlainOutline> Plain { get; init; } = [];

    /// <summary>How counts vary from month to month, which was allowed for; null for other methods, or when too few to tell.</summary>
    public ScanDispersion? Dispersion { get; init; }

    /// <summary>Bandwidth of a density in metres, as used.</summary>
    public double? BandwidthMetres { get; init; }

    /// <summary>Places at the level before correction.</summary>
    public int Before => Marks.Count(mark => mark.Before is not (PlaceClass.None or PlaceClass.Untested));

    /// <summary>Places at the level after correction.</summary>
    public int After => Marks.Count(mark => mark.After is not (PlaceClass.None or PlaceClass.Untested));
}
