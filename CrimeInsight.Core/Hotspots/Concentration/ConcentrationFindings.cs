using CrimeInsight.Core.Spatial.Concentration;

namespace CrimeInsight.Core.Hotspots.Concentration;

/// <summary>How the cases of a scope concentrate at its places.</summary>
public sealed record ConcentrationFindings : HotspotReport
{
    public required ConcentrationSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    /// <summary>Null with an obstacle.</summary>
    public ConcentrationReport? Report { get; init; }
}
