using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Maps;

namespace CrimeInsight.Web.Features.Map;

/// <summary>
/// What of the map the address holds beside the scope: <c>layer=district&amp;measure=rate&amp;at=IN-TN-603&amp;show=table&amp;view=13.08,80.27,11</c>.
/// Absent or unknown members mean the default.
/// </summary>
/// <param name="At">Code of the area whose details are open.</param>
/// <param name="View">Where the reader moved the map.</param>
/// <param name="IsScaled">Rates are shown scaled to official figures.</param>
public sealed record MapChoice(
    MapLayer? Layer = null, MapMeasure? Measure = null, string? At = null, bool IsTable = false, MapView? View = null, bool IsScaled = false)
{
    public const string LayerName = "layer";
    public const string MeasureName = "measure";
    public const string AtName = "at";
    public const string ShowName = "show";
    public const string ViewName = "view";
    private const string Table = "table";

    public static MapChoice Parse(string? layer, string? measure, string? at, string? show, string? view, string? scale = null) => new(
        AddressValue.Read<MapLayer>(layer), AddressValue.Read<MapMeasure>(measure), string.IsNullOrEmpty(at) ? null : at, show == Table, MapView.Parse(view),
        scale == ScaleChoice.Official);

    /// <summary>Address of the map with a scope and these choices.</summary>
    public string UrlFor(ScopeCodes scope) => scope.ToUrl(
        AppUrls.Map, (LayerName, AddressValue.Write(Layer)), (MeasureName, AddressValue.Write(Measure)), (AtName, At), (ShowName, IsTable ? Table : null),
        (ViewName, View?.ToString()), (ScaleChoice.Name, ScaleChoice.Write(IsScaled)));
}
