using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>
/// Reads the outlines of India's states and union territories from the map "India" of @svg-maps (after MapSVG,
/// CC BY 4.0: show the attribution). The map is Mercator; the factors below were fitted to known places (RMS 1.2 km).
/// </summary>
public static class SvgStateOutlines
{
    /// <summary>What a page that shows the shapes must say of their source.</summary>
    public const string Attribution = "MapSVG, @svg-maps/india (CC BY 4.0)";

    private const double LongitudeOffset = 68.194709;
    private const double LongitudePerUnit = 0.04775579;
    private const double MercatorOffset = 39.946267;
    private const double MercatorPerUnit = -0.04766960;

    /// <summary>Preparis, an island of Myanmar that the map draws with the Andaman Islands.</summary>
    private static readonly GeoBounds s_preparis = new(14.7, 93.4, 15.1, 93.9);

    // Identifier in the map → today's codes. Daman and Diu ("dd") is drawn fifteen times too large around Diu only, inside
    // Gujarat: that land goes to Gujarat, and Daman and Diu get shapes of their own size.
    private static readonly FrozenDictionary<string, ImmutableArray<string>> s_codes = new Dictionary<string, ImmutableArray<string>>
    {
        ["an"] = ["IN-AN"], ["ap"] = ["IN-AP"], ["ar"] = ["IN-AR"], ["as"] = ["IN-AS"], ["br"] = ["IN-BR"], ["ch"] = ["IN-CH"],
        ["ct"] = ["IN-CG"], ["dn"] = ["IN-DH"], ["dd"] = ["IN-GJ"], ["dl"] = ["IN-DL"], ["ga"] = ["IN-GA"], ["gj"] = ["IN-GJ"],
        ["hr"] = ["IN-HR"], ["hp"] = ["IN-HP"], ["jk"] = ["IN-JK", "IN-LA"], ["jh"] = ["IN-JH"], ["ka"] = ["IN-KA"],
        ["kl"] = ["IN-KL"], ["ld"] = ["IN-LD"], ["mp"] = ["IN-MP"], ["mh"] = ["IN-MH"], ["mn"] = ["IN-MN"], ["ml"] = ["IN-ML"],
        ["mz"] = ["IN-MZ"], ["nl"] = ["IN-NL"], ["or"] = ["IN-OD"], ["py"] = ["IN-PY"], ["pb"] = ["IN-PB"], ["rj"] = ["IN-RJ"],
        ["sk"] = ["IN-SK"], ["tn"] = ["IN-TN"], ["tg"] = ["IN-TG"], ["tr"] = ["IN-TR"], ["up"] = ["IN-UP"], ["ut"] = ["IN-UK"],
        ["wb"] = ["IN-WB"],
    }.ToFrozenDictionary();

    /// <summary>
    /// The outlines in degrees, one for each group of codes, as drawn: neighbours do not share their vertices exactly,
    /// and the rings of one outline may overlap.
    /// </summary>
    /// <exception cref="FormatException">Not that map: not XML, an unknown or a missing outline, or unknown path commands.</exception>
    public static IReadOnlyList<StateOutline> Parse(string svg)
    {
        var polygons = new SortedDictionary<string, (ImmutableArray<string> Codes, List<GeoPolygon> Polygons)>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in ReadPaths(svg))
        {
            var id = (string?)path.Attribute("id") ?? "";
            if (!s_codes.TryGetValue(id, out var codes) || !seen.Add(id))
                throw new FormatException($"The map holds an outline '{id}' that is not one of India's states, or twice.");
            if (!polygons.TryGetValue(codes[0], out var outline))
                polygons[codes[0]] = outline = (codes, []);
            outline.Polygons.AddRange(ReadPolygons((string?)path.Attribute("d") ?? ""));
        }

        if (seen.Count != s_codes.Count)
            throw new FormatException($"The map lacks the outlines {string.Join(", ", s_codes.Keys.Except(seen).Order(StringComparer.Ordinal))}.");
        return [.. polygons.Values.Select(outline => new StateOutline(outline.Codes, new GeoShape(outline.Polygons)))];
    }

    private static IEnumerable<XElement> ReadPaths(string svg)
    {
        try
        {
            return XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "path");
        }
        catch (XmlException failure)
        {
            throw new FormatException($"The map is not an SVG document: {failure.Message}", failure);
        }
    }

    private static IEnumerable<GeoPolygon> ReadPolygons(string data) => SvgPath.ReadRings(data)
        .Select(ring => ring.Select(ToDegrees).ToImmutableArray())
        .Where(ring => !s_preparis.Contains(ring[0]))
        .Select(ring => new GeoPolygon(ring, []));

    private static GeoPoint ToDegrees((double X, double Y) point)
    {
        var mercator = double.DegreesToRadians(MercatorOffset + MercatorPerUnit * point.Y);
        var latitude = double.RadiansToDegrees(2 * Math.Atan(Math.Exp(mercator))) - 90;
        return new GeoPoint(latitude, LongitudeOffset + LongitudePerUnit * point.X);
    }
}
