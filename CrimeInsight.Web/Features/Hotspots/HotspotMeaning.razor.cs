using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>In plain words, what a finding says and what it does not.</summary>
public sealed partial class HotspotMeaning
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    [Parameter, EditorRequired] public required FindingsReport Report { get; set; }

    private IEnumerable<string> Says =>
    [
        Text[Page.Method.MeansKey],
        Page.Method.Level(Report, Words),
        .. Page.Method.AlsoMeans(Report, Words),
        .. Page.Method.MadeWith(Report, Words),
    ];

    private IEnumerable<string> SaysNot => [Text[nameof(HotspotsText.NotCause)], Text[nameof(HotspotsText.NotQuiet)], Text[nameof(HotspotsText.NotPersons)]];
}
