using System.Collections.Immutable;
using CrimeInsight.Core.Spatial.Association;

namespace CrimeInsight.Core.Hotspots.SpaceTimeCube;

/// <summary>What <see cref="EmergingHotspotsMethod"/> found.</summary>
public sealed record EmergingHotspotsReport : FindingsReport
{
    public required EmergingHotspotsSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    public ImmutableArray<HotspotFinding> Areas { get; init; } = [];

    public override IReadOnlyList<HotspotFinding> Findings => Areas;

    public override HotspotCorrection Correction => HotspotCorrection.FalseDiscoveryRate;

    /// <summary>Nearest places a place was looked at with; fewer than asked for where there are fewer.</summary>
    public int Neighbours { get; init; }

    /// <summary>Counts were compared on this scale.</summary>
    public ValueScale Scale { get; init; }
}
