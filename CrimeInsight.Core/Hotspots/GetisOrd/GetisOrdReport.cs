using CrimeInsight.Core.Hotspots.Association;

namespace CrimeInsight.Core.Hotspots.GetisOrd;

/// <summary>What <see cref="GetisOrdMethod"/> found.</summary>
public sealed record GetisOrdReport : AssociationReport
{
    public required GetisOrdSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;
}
