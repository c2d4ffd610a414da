namespace CrimeInsight.Core.Hotspots.NearRepeats;

/// <summary>Whether a case makes another near it and soon after more likely.</summary>
public sealed record NearRepeatFindings : HotspotReport
{
    public required NearRepeatSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    /// <summary>With a place; 0 when they are too many or withheld.</summary>
    public int Cases { get; init; }

    /// <summary>Null with an obstacle.</summary>
    public NearRepeatTable? Report { get; init; }
}
