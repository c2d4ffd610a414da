using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using PageScope = CrimeInsight.Web.Shared.Scope.Scope;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Links to the pages the person's role may open. They carry the scope of the address, so that it stays from page to page.</summary>
public sealed partial class MainNavigation
{
    private IReadOnlyList<NavigationEntry> _entries = [];
    private string _scope = "";
    private string _path = "";

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override async Task OnInitializedAsync()
    {
        Follow(Navigation.Uri);
        Navigation.LocationChanged += OnLocationChanged;
        var user = (await Authentication).User;
        var role = Enum.GetValues<PersonRole>().LastOrDefault(candidate => user.IsInRole(candidate.ToString()));
        _entries = [.. NavigationEntry.All.Where(entry => entry.LowestRole <= role)];
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs arguments)
    {
        Follow(arguments.Location);
        _ = InvokeAsync(StateHasChanged);
    }

    private void Follow(string address)
    {
        var uri = new Uri(address);
        _path = uri.AbsolutePath;
        _scope = PageScope.Parse(uri.Query).ToQueryString();
    }

    // Pages below an entry's page are part of it; the start page is above all.
    private bool IsActive(NavigationEntry entry) =>
        _path == entry.Url || (entry.Url != AppUrls.Overview && _path.StartsWith(entry.Url + "/", StringComparison.Ordinal));
}
