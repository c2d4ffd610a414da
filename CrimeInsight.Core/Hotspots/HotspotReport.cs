using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Hotspots;

/// <summary>What came of a question, with all it was made with. Every method has a record of its own, which also holds its settings.</summary>
public abstract record HotspotReport
{
    /// <summary>What was asked.</summary>
    public required ScopeCodes Scope { get; init; }

    /// <summary>When the cases occurred that were looked at.</summary>
    public required Period Period { get; init; }

    /// <summary>Why there is nothing; null when the method could be used.</summary>
    public HotspotObstacle? Obstacle { get; init; }

    /// <summary>Protected cases were left out: of single cases all of them, of counts by place those that would be withheld.</summary>
    public bool IsWithoutSensitive { get; init; }

    /// <summary>The method's settings.</summary>
    public abstract HotspotSettings Used { get; }
}
