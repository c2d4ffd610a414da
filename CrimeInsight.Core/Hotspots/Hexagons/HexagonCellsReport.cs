using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots.Hexagons;

/// <summary>What <see cref="HexagonCellsMethod"/> found.</summary>
public sealed record HexagonCellsReport : FindingsReport
{
    public required HexagonCellsSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    public ImmutableArray<OutlinedFinding> Areas { get; init; } = [];

    public override IReadOnlyList<HotspotFinding> Findings => Areas;

    public override HotspotCorrection Correction => HotspotCorrection.FalseDiscoveryRate;
}
