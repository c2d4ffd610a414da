using CrimeInsight.Core.Hotspots.Association;

namespace CrimeInsight.Core.Hotspots.LocalMoran;

/// <summary>What <see cref="LocalMoranMethod"/> found.</summary>
public sealed record LocalMoranReport : AssociationReport
{
    public required LocalMoranSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;
}
