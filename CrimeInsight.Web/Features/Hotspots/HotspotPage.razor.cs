using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Where more happens than chance allows, of a kind, and how sure that is. Everything chosen is in the address.</summary>
public sealed partial class HotspotPage
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [SupplyParameterFromQuery(Name = HotspotChoice.MethodName)] public string? Method { get; set; }

    [SupplyParameterFromQuery(Name = HotspotChoice.EndName)] public string? End { get; set; }

    [SupplyParameterFromQuery(Name = HotspotChoice.SpanName)] public string? Span { get; set; }

    [SupplyParameterFromQuery(Name = HotspotChoice.ShowName)] public string? Show { get; set; }

    [SupplyParameterFromQuery(Name = HotspotChoice.AtName)] public string? At { get; set; }

    [SupplyParameterFromQuery(Name = HotspotDetail.NeighboursName)] public string? Near { get; set; }

    [SupplyParameterFromQuery(Name = HotspotDetail.LevelName)] public string? Level { get; set; }

    [SupplyParameterFromQuery(Name = HotspotDetail.ReachName)] public string? Reach { get; set; }

    [SupplyParameterFromQuery(Name = HotspotDetail.LeastName)] public string? Least { get; set; }

    [SupplyParameterFromQuery(Name = HotspotDetail.BandwidthName)] public string? Width { get; set; }

    [SupplyParameterFromQuery(Name = HotspotDetail.BackgroundName)] public string? With { get; set; }

    private HotspotPageState? State { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        var choice = HotspotChoice.Parse(Method, End, Span, Show, At) with { Detail = HotspotDetail.Parse(Near, Level, Reach, Least, Width, With) };
        State = Context is { } context ? new HotspotPageState(context, choice) : null;
    }
}
