using System.Globalization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Chooses the method, the period and what is shown. Every choice is an address.</summary>
public sealed partial class HotspotToolbar
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    private static string IconOf(HotspotMethod method) => method switch
    {
        HotspotMethod.Likeness => Icons.Material.Rounded.Compare,
        HotspotMethod.Recent => Icons.Material.Rounded.NewReleases,
        HotspotMethod.Cells => Icons.Material.Rounded.MyLocation,
        HotspotMethod.Emerging => Icons.Material.Rounded.Timelapse,
        _ => Icons.Material.Rounded.LocalFireDepartment,
    };

    private void ChooseSpan(ChangeEventArgs choice)
    {
        if (int.TryParse(choice.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var months))
            Navigation.NavigateTo(Page.UrlOfSpan(months));
    }

    private void ChooseView(ChangeEventArgs choice)
    {
        if (Enum.TryParse<HotspotView>(choice.Value as string, out var view))
            Navigation.NavigateTo(Page.UrlOf(view));
    }
}
