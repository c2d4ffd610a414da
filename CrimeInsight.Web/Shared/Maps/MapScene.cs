using System.Collections.Immutable;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Everything the map shows; give a new one to change it, only the differences are drawn.</summary>
public sealed record MapScene
{
    /// <summary>What the map shows, for screen readers.</summary>
    public required string Label { get; init; }

    public required MapWords Words { get; init; }

    /// <summary>GeoJSON of the land under everything and of the borders above everything.</summary>
    public required string LandUrl { get; init; }

    public required MapFit Fit { get; init; }

    /// <summary>Where the map begins instead of <see cref="Fit"/>; later changes are passed over.</summary>
    public MapView? Start { get; init; }

    public MapAreaLayer? Areas { get; init; }

    public ImmutableArray<MapOutline> Outlines { get; init; } = [];

    /// <summary>Code of the area that is marked.</summary>
    public string? Selected { get; init; }

    public MapTiles? Density { get; init; }

    /// <summary>Streets and names from a tile server; null: our own outlines alone.</summary>
    public MapTiles? Base { get; init; }

    public required ImmutableArray<MapCredit> Credits { get; init; }

    /// <summary>Taps tell where they were.</summary>
    public bool TakesPoint { get; init; }

    public MapBounds Limits { get; init; } = MapBounds.AroundIndia;

    public int MinZoom { get; init; } = 3;

    public int MaxZoom { get; init; } = 17;
}
