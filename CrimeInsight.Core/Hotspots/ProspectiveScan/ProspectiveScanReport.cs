using System.Collections.Immutable;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Core.Hotspots.ProspectiveScan;

/// <summary>What <see cref="ProspectiveScanMethod"/> found.</summary>
public sealed record ProspectiveScanReport : FindingsReport
{
    public required ProspectiveScanSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    public ImmutableArray<CircleFinding> Circles { get; init; } = [];

    public override IReadOnlyList<HotspotFinding> Findings => Circles;

    public override HotspotCorrection Correction => HotspotCorrection.StrongestOfReplica;

    /// <summary>Largest radius that was tried; null: any.</summary>
    public double? MaxRadiusMetres { get; init; }

    /// <summary>Most months up to the end of the period that were tried.</summary>
    public int MaxDurationMonths { get; init; }

    /// <summary>How counts vary from month to month, which was allowed for; null when too few to tell.</summary>
    public ScanDispersion? Dispersion { get; init; }
}
