using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>The small map of one case: its point among the districts around.</summary>
public sealed class CaseScenes(
    IBoundaryReader boundaries, IStringLocalizer<CasesText> text, IStringLocalizer<MapText> words, CaseTextFormat format, StreetMap streets, MapCredits credits)
{
    private const double Zoom = 11;
    private const double StreetZoom = 16;
    private const double Radius = 9;

    /// <summary>Null when the case has no place that may be shown.</summary>
    public async Task<MapScene?> CreateAsync(CaseDetails details, ReferenceData reference, bool isDark, CancellationToken cancellationToken)
    {
        if ((details.Place ?? CaseTextFormat.StandIn(details, reference)) is not { } place)
            return null;
        var tree = reference.Jurisdictions;
        var state = tree.AtOrdinal(details.Summary.Ordinal) is { } node ? tree.AncestorAt(node, JurisdictionLevel.State)?.Code : null;
        var level = state is null ? BoundaryLevel.State : BoundaryLevel.District;
        var shapes = await boundaries.ReadAsync(level, state, cancellationToken);
        var tiles = streets.Tiles;
        var key = $"case-{details.Summary.Id}";
        var name = CaseTextFormat.Heads(reference, details.Summary.HeadId)[^1];
        return new MapScene
        {
            Label = text[nameof(CasesText.MapLabel)],
            Words = new MapWords(words[nameof(MapText.ZoomIn)], words[nameof(MapText.ZoomOut)], words[nameof(MapText.Locate)]),
            LandUrl = AppUrls.Shapes(level, state, shapes.Version),
            Fit = new MapFit(key, [key], MapBounds.India),
            Start = new MapView(place.Latitude, place.Longitude, tiles is not null ? StreetZoom : Zoom),
            Areas = new MapAreaLayer(key, null, [new MapAreaStyle(isDark ? "#f4a64a" : "#b4430f")],
                [new MapArea(key, name, format.Precision(details, reference), 0, new MapPoint(place.Latitude, place.Longitude), Radius)]),
            Base = tiles,
            Credits = [.. credits.Of(shapes)],
            MaxZoom = tiles?.MaxZoom ?? MapTileQuery.MaxZoom,
        };
    }
}
