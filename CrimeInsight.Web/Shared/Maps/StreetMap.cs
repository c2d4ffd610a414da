using CrimeInsight.Core.Settings;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Streets and names under the figures, from a tile server: a setting. Without one the site draws its own outlines alone.</summary>
public sealed class StreetMap(ISettings settings)
{
    /// <summary>Null when there is none.</summary>
    public MapTiles? Tiles => settings.Current.Tiles is { } server ? new MapTiles(server.Url, server.MaxZoom) : null;

    /// <summary>Whose they are; null when there is none.</summary>
    public string? Credit => settings.Current.Tiles?.Credit;
}
