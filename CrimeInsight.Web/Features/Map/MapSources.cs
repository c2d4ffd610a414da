using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Maps;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Addresses of shapes and tiles.</summary>
internal static class MapSources
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Shapes of a layer; stations are points and lie on the shapes of states.</summary>
    public static BoundaryLevel LevelOf(MapLayer layer) => layer == MapLayer.District ? BoundaryLevel.District : BoundaryLevel.State;

    /// <summary>The one state the districts lie in: its shapes are a fraction of the country's. Null: shapes of the country.</summary>
    public static string? StateOf(MapPageState state)
    {
        if (state.AreaLayer != MapLayer.District)
            return null;
        var tree = state.Context.Reference.Jurisdictions;
        var states = state.Roots.Select(root => tree.AncestorAt(root, JurisdictionLevel.State)?.Code).Distinct().ToList();
        return states.Count == 1 ? states[0] : null;
    }

    /// <summary>Density tiles of the page's scope; the version of the data keeps tiles of older data apart.</summary>
    public static MapTiles Density(MapPageState state, bool isDark)
    {
        var context = state.Context;
        var members = new List<string>
        {
            $"from={context.Period.From.ToString(Day, CultureInfo.InvariantCulture)}",
            $"until={context.Period.Until.ToString(Day, CultureInfo.InvariantCulture)}",
        };
        members.AddRange(context.HeadCodes.Select(code => $"{ScopeCodes.HeadName}={Uri.EscapeDataString(code)}"));
        members.AddRange(
            context.Places.Where(place => place.ParentId is not null).Select(place => $"{ScopeCodes.PlaceName}={Uri.EscapeDataString(place.Code)}"));
        if (isDark)
            members.Add("theme=dark");
        members.Add(string.Create(CultureInfo.InvariantCulture, $"v={context.Status.Version}"));
        return new MapTiles(AppUrls.Tiles(members), MapTileQuery.MaxZoom, SharpQuery: "&scale=2");
    }
}
