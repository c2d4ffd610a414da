using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>The findings in figures, where there is no place for every one of them.</summary>
public sealed partial class FindingTable
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    [Parameter, EditorRequired] public required FindingsReport Report { get; set; }
}
