namespace CrimeInsight.Core.Hotspots;

/// <summary>How p is corrected for all tests made.</summary>
public enum HotspotCorrection
{
    /// <summary>Of the findings, at most the significance level is false on average (Benjamini–Hochberg).</summary>
    FalseDiscoveryRate,

    /// <summary>The chance that any finding is false is at most the significance level (each against the strongest of every replica).</summary>
    StrongestOfReplica,
}
