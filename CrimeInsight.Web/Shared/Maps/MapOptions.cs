using System.ComponentModel.DataAnnotations;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>
/// Streets and names under the figures, from a tile server. Off unless set; the site draws its own outlines. Section
/// <see cref="SectionName"/>, e.g. the variable <c>Map__TileUrl</c>; the origin is allowed by <c>Site:TileServerOrigin</c>.
/// </summary>
public sealed class MapOptions
{
    public const string SectionName = "Map";

    /// <summary>Such as <c>https://tiles.example.in/{z}/{x}/{y}.png</c>.</summary>
    public string? TileUrl { get; set; }

    /// <summary>Whose tiles they are, as their licence asks it to be shown.</summary>
    public string? TileCredit { get; set; }

    [Range(1, 22)]
    public int TileMaxZoom { get; set; } = 19;
}
