using CrimeInsight.Core.Spatial.Association;

namespace CrimeInsight.Core.Hotspots.Hexagons;

/// <summary>As <see cref="HexagonCellsMethod"/> has them.</summary>
public sealed record HexagonCellsSettings : HotspotSettings
{
    /// <summary>Of a cell, between opposite sides.</summary>
    public double WidthMetres { get; init; } = 300;

    /// <summary>Rings of empty cells around those with cases.</summary>
    public int Rings { get; init; } = 1;

    /// <summary>Counts are compared on this scale.</summary>
    public ValueScale Scale { get; init; } = ValueScale.Logarithm;

    /// <summary>Fewest cases that are looked at.</summary>
    public int LeastCases { get; init; } = 100;
}
