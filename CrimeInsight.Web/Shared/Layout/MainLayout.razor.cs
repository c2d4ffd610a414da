using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>The shell around every page: app bar, navigation (a rail, on phones a bar below), notices, scope bar, content.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;
    private string _skipUrl = "#main";

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required DisplayState Display { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public DisplayChoice? InitialChoice { get; set; }

    protected override void OnInitialized()
    {
        if (InitialChoice is not null)
            Display.Set(InitialChoice);
        Display.Changed += OnDisplayChanged;
        Navigation.LocationChanged += OnLocationChanged;
        _skipUrl = SkipUrl();
    }

    public void Dispose()
    {
        Display.Changed -= OnDisplayChanged;
        Navigation.LocationChanged -= OnLocationChanged;
    }

    private void Recover() => _boundary?.Recover();

    private void OnDisplayChanged() => _ = InvokeAsync(StateHasChanged);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs arguments)
    {
        _boundary?.Recover();
        _skipUrl = SkipUrl();
        _ = InvokeAsync(StateHasChanged);
    }

    // Relative to the base address "#main" would leave the page, so the whole address is written out.
    private string SkipUrl() => Navigation.Uri.Split('#', 2)[0] + "#main";
}
