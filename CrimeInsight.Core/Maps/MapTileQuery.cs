using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Maps;

/// <summary>Which incidents one map tile counts. Empty lists mean "no restriction".</summary>
public sealed record MapTileQuery
{
    /// <summary>Cells beyond each edge of the tile that are counted too, so that smoothing does not show the edges.</summary>
    public const int MarginCells = 2;

    /// <summary>Deepest zoom of a tile.</summary>
    public const int MaxZoom = 17;

    /// <summary>Zoom, 0 … <see cref="MaxZoom"/>.</summary>
    public required int Zoom { get; init; }

    /// <summary>Column, 0 … 2^zoom − 1.</summary>
    public required int X { get; init; }

    /// <summary>Row from the north, 0 … 2^zoom − 1.</summary>
    public required int Y { get; init; }

    public required Period Period { get; init; }

    /// <summary>Codes of crime heads at any level.</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

    /// <summary>Codes of subtrees; empty: everything the person may see.</summary>
    public ImmutableArray<string> Jurisdictions { get; init; } = [];

    public ImmutableArray<LegalStatus> Statuses { get; init; } = [];

    /// <summary>Genders of victims.</summary>
    public ImmutableArray<Gender> Genders { get; init; } = [];

    /// <summary>The tile exists.</summary>
    public bool IsOnMap => Zoom is >= 0 and <= MaxZoom && X >= 0 && Y >= 0 && X < 1 << Zoom && Y < 1 << Zoom;
}
