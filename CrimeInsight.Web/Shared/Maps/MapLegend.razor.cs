using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>What the colours mean: in full on wide screens; on phones a strip that unfolds.</summary>
public sealed partial class MapLegend
{
    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>Classes with values first.</summary>
    [Parameter] public IReadOnlyList<MapClass> Classes { get; set; } = [];

    /// <summary>Colours from fewer to more; instead of classes.</summary>
    [Parameter] public IReadOnlyList<string> Ramp { get; set; } = [];

    /// <summary>What else a reader must know.</summary>
    [Parameter] public IReadOnlyList<string> Notes { get; set; } = [];

    private IEnumerable<MapClass> Valued => Classes.Where(item => item.HasValues);

    private IEnumerable<string> Strip => Ramp.Count > 0 ? Ramp : Valued.Select(item => item.Style.Fill);

    private (string Low, string High) Ends => Ramp.Count > 0
        ? (Text[nameof(MapText.LegendFewer)], Text[nameof(MapText.LegendMore)])
        : (Valued.FirstOrDefault()?.Label ?? "", Valued.LastOrDefault()?.Label ?? "");
}
