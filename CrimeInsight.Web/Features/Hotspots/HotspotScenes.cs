using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Turns findings into what the map component draws.</summary>
public sealed class HotspotScenes(
    IStringLocalizer<HotspotsText> text, IStringLocalizer<MapText> words, HotspotTextFormat format, StreetMap streets, MapCredits credits)
{
    private const double LeastRadius = 3;
    private const double MostRadius = 14;
    private const double PlainFill = 0.3;
    private const double DenseFill = 0.4;
    private const double PlainDot = 3;
    private const double Dot = 5;
    private const double MarginShare = 0.08;
    private const double NearMargin = 0.01;

    private static readonly PlaceClass[] s_classes = Enum.GetValues<PlaceClass>();

    /// <param name="isBefore">Classes before correction.</param>
    public MapScene Create(HotspotPageState page, FindingsReport report, BoundaryCollection shapes, bool isBefore, bool isDark)
    {
        var isPoints = report.Level == JurisdictionLevel.Station;
        return new MapScene
        {
            Label = text[isBefore ? nameof(HotspotsText.MapBefore) : nameof(HotspotsText.MapAfter), text[page.Method.NameKey]],
            Words = new MapWords(words[nameof(MapText.ZoomIn)], words[nameof(MapText.ZoomOut)], words[nameof(MapText.Locate)]),
            LandUrl = AppUrls.Shapes(BoundaryLevel.State, null, shapes.Version),
            Fit = new MapFit(Key(page), isPoints ? [] : [.. report.Marks.Select(mark => mark.Place.Code)], report.Marks.IsEmpty && page.Choice.At is { } at
                ? BoundsOf(report.Findings.Where(finding => finding.Key == at)) ?? BoundsOf(page, report) : BoundsOf(page, report)),
            Areas = AreasOf(page, report, shapes, isPoints, isBefore, isDark),
            Outlines = isBefore ? [.. page.Method.PlainOf(report).Select((plain, i) => Plain(plain, i, isDark))]
                : [.. report.Findings.Where(finding => finding is OutlinedFinding || page.Method.CircleOf(finding) is not null)
                    .Select(finding => Outline(finding, report, page, isDark))],
            Selected = page.Choice.At,
            Base = streets.Tiles,
            Credits = [.. credits.Of(shapes)],
            MaxZoom = MapTileQuery.MaxZoom,
        };
    }

    /// <summary>What the colours mean, with how many places have each.</summary>
    public ImmutableArray<MapClass> Legend(HotspotPageState page, FindingsReport report, bool isBefore, bool isDark) =>
        !report.Marks.IsEmpty ? Classes(report, isBefore, isDark)
        : isBefore && page.Method.PlainOf(report) is { IsEmpty: false } plain
        ? [.. plain.GroupBy(outline => outline.Share)
            .Select(group => new MapClass(format.Plain(group.Key), new MapAreaStyle(HotspotPalette.Plain(group.Key, isDark)), group.Count()))]
        : [.. report.Findings.CountBy(finding => finding.Class)
            .Select(pair => new MapClass(format.Class(pair.Key), new MapAreaStyle(HotspotPalette.Fill(pair.Key, isDark)), pair.Value))];

    private ImmutableArray<MapClass> Classes(FindingsReport report, bool isBefore, bool isDark) =>
    [
        .. report.Marks.CountBy(mark => isBefore ? mark.Before : mark.After).OrderBy(pair => pair.Key is PlaceClass.None or PlaceClass.Untested)
            .ThenBy(pair => pair.Key)
            .Select(pair => new MapClass(format.Class(pair.Key), new MapAreaStyle(HotspotPalette.Fill(pair.Key, isDark)), pair.Value)),
    ];

    private static string Key(HotspotPageState page) => page.IsOfCases ? $"{page.Context.Place?.Code}|{page.Choice.At}" : page.Context.Place?.Code ?? "";

    private MapAreaLayer AreasOf(HotspotPageState page, FindingsReport report, BoundaryCollection shapes, bool isPoints, bool isBefore, bool isDark)
    {
        var most = Math.Max(1, report.Marks.Select(mark => mark.Cases ?? 0).DefaultIfEmpty(1).Max());
        var items = report.Marks.Select(mark => new MapArea(
            mark.Place.Code,
            page.Context.Reference.Place(mark.Place.Code),
            format.Tip(mark, isBefore),
            Array.IndexOf(s_classes, isBefore ? mark.Before : mark.After),
            isPoints ? new MapPoint(mark.Place.Point!.Value.Latitude, mark.Place.Point.Value.Longitude) : null,
            isPoints ? RadiusOf(mark, isBefore, most) : 0,
            isPoints && !Stands(isBefore ? mark.Before : mark.After)));
        var url = isPoints ? null : AppUrls.Shapes(BoundaryLevel.District, null, shapes.Version);
        // Circles that begin or cease to stand out are drawn anew, and so are all in another theme.
        var standing = isPoints
            ? string.Join(
                ',', report.Marks.Where(mark => Stands(isBefore ? mark.Before : mark.After)).Select(mark => mark.Place.Ordinal).Append(isDark ? -1 : -2)) : "";
        return new MapAreaLayer($"{Key(page)}|{report.Level}|{url}|{standing}", url,
            [.. s_classes.Select(found => new MapAreaStyle(HotspotPalette.Fill(found, isDark)))], [.. items]);
    }

    private static bool Stands(PlaceClass found) => found is not (PlaceClass.None or PlaceClass.Untested);

    // What is not told from chance stays small, so that what is can be seen.
    private static double RadiusOf(PlaceMark mark, bool isBefore, double most) => !Stands(isBefore ? mark.Before : mark.After)
        ? LeastRadius
        : Math.Round(LeastRadius + (MostRadius - LeastRadius) * Math.Sqrt((mark.Cases ?? 0) / most), 1);

    private static MapOutline Plain(PlainOutline plain, int number, bool isDark) => new(
        string.Create(CultureInfo.InvariantCulture, $"~{number}"), "", "", HotspotPalette.Plain(plain.Share, isDark), Ring(plain.Corners), Fill: PlainFill,
        Dot: plain.Share is null ? PlainDot : 0, IsQuiet: true);

    private static ImmutableArray<MapPoint> Ring(ImmutableArray<GeoPoint> corners) =>
        [.. corners.Select(corner => new MapPoint(corner.Latitude, corner.Longitude))];

    private MapOutline Outline(HotspotFinding finding, FindingsReport report, HotspotPageState page, bool isDark)
    {
        var found = page.Method.CircleOf(finding);
        MapPoint? centre = found is { } circle ? new MapPoint(circle.Centre.Latitude, circle.Centre.Longitude) : null;
        return new MapOutline(
            finding.Key, format.Title(finding, page.Context), format.Evidence(finding, page.Method.EvidenceKey(report)),
            HotspotPalette.Fill(finding.Class, isDark), Ring(CornersOf(finding)), centre, found?.Metres ?? 0,
            Fill: finding.Class == PlaceClass.RaisedRisk ? DenseFill : MapOutline.UsualFill,
            Dot: finding is OutlinedFinding ? Dot : 0);
    }

    private static ImmutableArray<GeoPoint> CornersOf(HotspotFinding finding) => finding is OutlinedFinding { Outline: var outline } ? outline : [];

    // A finding of a few hundred metres is looked at from near.
    private static MapBounds? BoundsOf(IEnumerable<HotspotFinding> chosen)
    {
        List<GeoPoint> corners = [.. chosen.SelectMany(finding => CornersOf(finding))];
        return corners.Count == 0
            ? null
            : Around(corners);
    }

    // Without places and findings: around the stations of the scope.
    private static MapBounds BoundsOf(HotspotPageState page, FindingsReport report)
    {
        List<GeoPoint> points = [.. report.Marks.Select(mark => mark.Place.Point!.Value), .. report.Findings.SelectMany(finding => CornersOf(finding)),
            .. page.Method.PlainOf(report).SelectMany(plain => plain.Corners)];
        if (points.Count == 0 && page.Context.Place is { } place)
            points = [.. page.Context.Reference.Jurisdictions.Within(place, JurisdictionLevel.Station).Select(station => station.Point).OfType<GeoPoint>()];
        return points.Count == 0
            ? MapBounds.India
            : Around(points);
    }

    // What is shown fills the map, whether a city or a country; a single point keeps some hundred metres around it.
    private static MapBounds Around(List<GeoPoint> points)
    {
        var (south, north) = (points.Min(point => point.Latitude), points.Max(point => point.Latitude));
        var (west, east) = (points.Min(point => point.Longitude), points.Max(point => point.Longitude));
        var margin = Math.Max(NearMargin, MarginShare * Math.Max(north - south, east - west));
        return new MapBounds(south - margin, west - margin, north + margin, east + margin);
    }
}
