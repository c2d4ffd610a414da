using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Says on every page that the data is synthetic, for as long as it is.</summary>
public sealed partial class DemoBanner
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    private bool _isAdmin;

    [Inject]
    public required IViewerAccessor Viewers { get; init; }

    [Inject]
    public required ISettings Settings { get; init; }

    [Inject]
    public required SiteStatusMonitor Monitor { get; init; }

    protected override async Task OnInitializedAsync() => _isAdmin = (await Viewers.GetAsync(CancellationToken.None))?.Role == PersonRole.Admin;

    protected override void OnInitialized()
    {
        Monitor.Changed += RenderLive;
        Settings.Changed += RenderLive;
    }

    public void Dispose()
    {
        Monitor.Changed -= RenderLive;
        Settings.Changed -= RenderLive;
    }
}
