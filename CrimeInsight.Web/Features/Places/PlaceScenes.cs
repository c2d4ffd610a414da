using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Maps;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Places;

/// <summary>The map on which the point of a place is tapped.</summary>
public sealed class PlaceScenes(
    IBoundaryReader boundaries, IStringLocalizer<PlacesText> text, IStringLocalizer<MapText> words, StreetMap streets, MapCredits credits)
{
    private const string Code = "point";
    private const double Radius = 9;
    private const double CloseZoom = 10;
    private const double StateZoom = 6;

    /// <param name="start">Where the map begins; null: in the middle of the country.</param>
    public async Task<MapScene> CreateAsync(Jurisdiction state, MapPoint? start, CancellationToken cancellationToken)
    {
        var shapes = await boundaries.ReadAsync(BoundaryLevel.District, state.Code, cancellationToken);
        var centre = start ?? (state.Point is { } middle ? new MapPoint(middle.Latitude, middle.Longitude) : (MapPoint?)null);
        return new MapScene
        {
            Label = text[nameof(PlacesText.PointLabel)],
            Words = new MapWords(words[nameof(MapText.ZoomIn)], words[nameof(MapText.ZoomOut)], words[nameof(MapText.Locate)]),
            LandUrl = AppUrls.Shapes(BoundaryLevel.District, state.Code, shapes.Version),
            Fit = new MapFit(Code, [], MapBounds.India),
            Start = centre is not { } here ? null : new MapView(here.Latitude, here.Longitude, start is null ? StateZoom : CloseZoom),
            TakesPoint = true,
            Base = streets.Tiles,
            Credits = [.. credits.Of(shapes)],
        };
    }

    /// <summary>The same with a point marked.</summary>
    public MapScene Mark(MapScene scene, MapPoint? point) => scene with
    {
        Areas = point is not { } marked ? null : new MapAreaLayer(
            FormattableString.Invariant($"{marked.Latitude} {marked.Longitude}"), null, [new MapAreaStyle("#b4430f")],
            [new MapArea(Code, text[nameof(PlacesText.PointLabel)], "", 0, marked, Radius)]),
    };
}
