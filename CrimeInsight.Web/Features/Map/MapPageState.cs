using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared.Scopes;

namespace CrimeInsight.Web.Features.Map;

/// <summary>The map page for a scope and choices: what can be chosen there, and what is.</summary>
public sealed class MapPageState
{
    public MapPageState(Scope context, MapChoice choice)
    {
        Context = context;
        Choice = choice;
        Roots = context.Within;
        Layers = LayersFor(Roots);
        Layer = choice.Layer is { } layer && Layers.Contains(layer) ? layer : DefaultLayer;
        AreaLayer = Layer == MapLayer.Density ? Layers[0] : Layer;
        Measures = AreaLayer == MapLayer.Station ? [MapMeasure.Cases, MapMeasure.Change] : [MapMeasure.Rate, MapMeasure.Cases, MapMeasure.Change];
        Measure = choice.Measure is { } measure && Measures.Contains(measure) ? measure : Measures[0];
    }

    public Scope Context { get; }

    public MapChoice Choice { get; }

    /// <summary>The place, or the jurisdictions the person is bound to.</summary>
    public ImmutableArray<Jurisdiction> Roots { get; }

    /// <summary>Coarsest first; density last.</summary>
    public ImmutableArray<MapLayer> Layers { get; }

    public MapLayer Layer { get; }

    /// <summary>Areas that can be tapped: with density, those of the coarsest layer.</summary>
    public MapLayer AreaLayer { get; }

    public ImmutableArray<MapMeasure> Measures { get; }

    public MapMeasure Measure { get; }

    public bool IsDensity => Layer == MapLayer.Density;

    /// <summary>Points are where and when the offence was; null: areas count as the scope does.</summary>
    public DateBasis? CountedBy => IsDensity ? DateBasis.Occurred : null;

    public JurisdictionLevel Level => LevelOf(AreaLayer);

    /// <summary>The same figures have the same key.</summary>
    public (Guid, ScopeCodes, JurisdictionLevel, long, long) FiguresKey =>
        (Context.Viewer.PersonId, Context.Codes, Level, Context.Status.Version, Context.Reference.Version);

    public MapRequest Request => new(Context, Level, QueryAudience.Screen);

    // One station has nothing beside it to compare with: show where its incidents are.
    private MapLayer DefaultLayer => Roots.All(root => root.Level >= JurisdictionLevel.Station) ? MapLayer.Density : Layers[0];

    public string UrlOf(MapLayer layer) => (Choice with { Layer = layer, At = null }).UrlFor(Context.Codes);

    public string UrlOf(MapMeasure measure) => (Choice with { Measure = measure }).UrlFor(Context.Codes);

    public string UrlOfScale(bool isScaled) => (Choice with { IsScaled = isScaled }).UrlFor(Context.Codes);

    public string UrlOfTable(bool isTable) => (Choice with { IsTable = isTable }).UrlFor(Context.Codes);

    public string UrlAt(string? code) => (Choice with { At = code }).UrlFor(Context.Codes);

    /// <summary>The map of the areas inside an area; null when there are none, or it is the whole place already.</summary>
    public string? UrlInto(Jurisdiction area)
    {
        var isWhole = Roots.Length == 1 && Roots[0].Id == area.Id;
        var layer = IsDensity ? MapLayer.Density : (MapLayer?)null;
        return isWhole || area.Level >= JurisdictionLevel.Station
            ? null
            : new MapChoice(layer, Choice.Measure, IsScaled: Choice.IsScaled).UrlFor(Context.Codes.In(area.Code));
    }

    private static ImmutableArray<MapLayer> LayersFor(ImmutableArray<Jurisdiction> roots)
    {
        var isOne = roots.Length == 1;
        return roots.Min(root => root.Level) switch
        {
            JurisdictionLevel.Country => [MapLayer.State, MapLayer.District, MapLayer.Density],
            JurisdictionLevel.State when !isOne => [MapLayer.State, MapLayer.District, MapLayer.Density],
            < JurisdictionLevel.District => [MapLayer.District, MapLayer.Density],
            JurisdictionLevel.District when !isOne => [MapLayer.District, MapLayer.Station, MapLayer.Density],
            _ => [MapLayer.Station, MapLayer.Density],
        };
    }

    private static JurisdictionLevel LevelOf(MapLayer layer) => layer switch
    {
        MapLayer.State => JurisdictionLevel.State,
        MapLayer.District => JurisdictionLevel.District,
        _ => JurisdictionLevel.Station,
    };
}
