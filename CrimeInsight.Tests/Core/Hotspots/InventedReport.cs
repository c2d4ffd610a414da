using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Tests.Core.Hotspots;

internal sealed record InventedReport : FindingsReport
{
    public required InventedSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    public ImmutableArray<InventedFinding> Found { get; init; } = [];

    public override IReadOnlyList<HotspotFinding> Findings => Found;

    public override HotspotCorrection Correction => HotspotCorrection.FalseDiscoveryRate;
}
