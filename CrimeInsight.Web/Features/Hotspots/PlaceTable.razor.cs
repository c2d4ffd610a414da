using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>The places with their tests, the clearest first; the file has all of them.</summary>
public sealed partial class PlaceTable
{
    private const int MostRows = 100;

    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    [Parameter, EditorRequired] public required FindingsReport Report { get; set; }

    private IEnumerable<PlaceMark> Rows => Report.Marks
        .OrderBy(mark => mark.After is PlaceClass.None or PlaceClass.Untested).ThenBy(mark => mark.PCorrected ?? 1).ThenByDescending(mark => mark.Cases ?? 0)
        .Take(MostRows);
}
