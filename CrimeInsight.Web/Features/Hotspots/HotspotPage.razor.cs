using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Where more happens than chance allows, of a kind, and how sure that is. Everything chosen is in the address.</summary>
public sealed partial class HotspotPage
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotPresenters Presenters { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private HotspotPageState? State { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        // Which members there are hangs on the methods; whatever of the address changes, the scope's are supplied anew.
        var choice = HotspotChoice.Parse(new Uri(Navigation.Uri).Query, Presenters);
        State = Context is { } context ? new HotspotPageState(context, choice, Presenters) : null;
    }
}
