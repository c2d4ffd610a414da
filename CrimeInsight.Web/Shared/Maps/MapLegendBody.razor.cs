using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Classes or ramp of a legend, and its notes.</summary>
public sealed partial class MapLegendBody
{
    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<MapClass> Classes { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<string> Ramp { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<string> Notes { get; set; }
}
