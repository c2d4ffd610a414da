using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Chooses layer and measure, and between map and table. Every choice is an address.</summary>
public sealed partial class MapToolbar
{
    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Parameter, EditorRequired] public required MapPageState State { get; set; }

    /// <summary>Address that answers with the figures as a file.</summary>
    [Parameter] public string? ExportUrl { get; set; }

    /// <summary>Rates can be shown scaled to official figures.</summary>
    [Parameter] public bool MayScale { get; set; }

    private string TableText => Text[State.Choice.IsTable ? nameof(MapText.ShowMap) : nameof(MapText.ShowTable)];

    private string NameOf(MapLayer layer) => Text[layer switch
    {
        MapLayer.State => nameof(MapText.LayerState),
        MapLayer.District => nameof(MapText.LayerDistrict),
        MapLayer.Station => nameof(MapText.LayerStation),
        _ => nameof(MapText.LayerDensity),
    }];

    private string NameOf(MapMeasure measure) => Text[measure switch
    {
        MapMeasure.Rate => nameof(MapText.MeasureRate),
        MapMeasure.Change => nameof(MapText.MeasureChange),
        _ => nameof(MapText.MeasureCases),
    }];
}
