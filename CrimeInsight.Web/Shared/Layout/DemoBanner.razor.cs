using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Says on every page that the data is synthetic, for as long as it is.</summary>
public sealed partial class DemoBanner
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required SiteStatusMonitor Monitor { get; init; }

    protected override void OnInitialized() => Monitor.Changed += RenderLive;

    public void Dispose() => Monitor.Changed -= RenderLive;
}
