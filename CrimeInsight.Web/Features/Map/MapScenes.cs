using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Turns the state of the page and its figures into what the map component draws.</summary>
public sealed class MapScenes(
    IStringLocalizer<MapText> text, IStringLocalizer<ScopeText> words, MapTextFormat format, DisplayFormat display, StreetMap streets)
{
    private const double LeastRadius = 5;
    private const double MostRadius = 20;

    private static readonly ImmutableArray<MapAreaStyle> s_clear = [new("transparent")];

    public MapScene Create(MapPageState state, MapFigures figures, MapScale scale, bool isDark)
    {
        var context = state.Context;
        return new MapScene
        {
            Label = LabelOf(context),
            Words = new MapWords(text[nameof(MapText.ZoomIn)], text[nameof(MapText.ZoomOut)], text[nameof(MapText.Locate)]),
            LandUrl = AppUrls.Shapes(BoundaryLevel.State, null, figures.ShapesVersion),
            Fit = FitOf(state, figures),
            Start = state.Choice.View,
            Areas = AreasOf(state, figures, scale),
            Selected = state.Choice.At,
            Density = state.IsDensity ? MapSources.Density(state, isDark) : null,
            Base = streets.Tiles,
            Credits = figures.Credits,
            MaxZoom = MapTileQuery.MaxZoom,
        };
    }

    private string LabelOf(Scope context) => text[
        nameof(MapText.MapLabel),
        context.PlaceName(words),
        context.HeadName(words),
        display.Period(context.Period)];

    private MapAreaLayer AreasOf(MapPageState state, MapFigures figures, MapScale scale)
    {
        var most = figures.Report.Areas.Max(area => area.Cases) ?? 0;
        var isPoints = state.AreaLayer == MapLayer.Station;
        var drawn = isPoints ? figures.Report.Areas.Where(area => area.Area.Point is not null) : figures.Report.Areas;
        var items = drawn.Select(area => new MapArea(
            area.Area.Code,
            state.Context.Reference.Place(area.Area.Code),
            format.Tip(area, state.IsDensity ? MapMeasure.Cases : state.Measure),
            state.IsDensity ? 0 : scale.ClassOf(area),
            isPoints ? new MapPoint(area.Area.Point!.Value.Latitude, area.Area.Point.Value.Longitude) : null,
            isPoints ? RadiusOf(area, most, state.IsDensity) : 0));
        var url = isPoints ? null : AppUrls.Shapes(MapSources.LevelOf(state.AreaLayer), MapSources.StateOf(state), figures.ShapesVersion);
        var key = string.Join('|', state.Roots.Select(root => root.Code).Prepend(state.AreaLayer.ToString()).Append(url ?? ""));
        return new MapAreaLayer(key, url, state.IsDensity ? s_clear : scale.Styles, [.. items]);
    }

    // Area, not radius, is what the eye compares, so it follows the cases.
    private static double RadiusOf(AreaFigure area, double most, bool isDensity) =>
        isDensity || most <= 0 ? LeastRadius : Math.Round(LeastRadius + (MostRadius - LeastRadius) * Math.Sqrt((area.Cases ?? 0) / most), 1);

    private static MapFit FitOf(MapPageState state, MapFigures figures)
    {
        var codes = figures.Report.Areas.Select(area => area.Area.Code);
        var key = string.Join('|', state.Roots.Select(root => root.Code));
        return new MapFit(key, [.. codes], BoundsOf(state));
    }

    // Around the points of places without a shape: half a degree is about the size of a district.
    private static MapBounds BoundsOf(MapPageState state)
    {
        var points = state.Roots.Where(root => root.ParentId is not null).Select(root => root.Point).OfType<GeoPoint>().ToList();
        if (points.Count == 0)
            return MapBounds.India;
        var margin = state.AreaLayer == MapLayer.Station ? 0.08 : 0.5;
        return new MapBounds(points.Min(point => point.Latitude) - margin, points.Min(point => point.Longitude) - margin,
            points.Max(point => point.Latitude) + margin, points.Max(point => point.Longitude) + margin);
    }
}
