using CrimeInsight.Core.People;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Links to the pages the person's role may open. They carry the scope of the address, so that it stays from page to page.</summary>
public sealed partial class MainNavigation
{
    private const string MoreId = "nav-sheet";

    // As many as a phone's width holds in every language.
    private const int MostOnPhones = 5;

    private IReadOnlyList<NavigationEntry> _allowed = [];
    private IReadOnlyList<NavigationEntry> _entries = [];
    private string _scope = "";
    private string _path = "";
    private string _address = "";

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ISettings Settings { get; init; }

    /// <summary>Every page that exists, in order.</summary>
    [Inject]
    public required IEnumerable<NavigationEntry> Pages { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private bool HasMore => _entries.Count > MostOnPhones;

    private IEnumerable<NavigationEntry> Minor => _entries.Where(entry => entry.IsMinor);

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Settings.Changed -= OnSettingsChanged;
    }

    protected override async Task OnInitializedAsync()
    {
        Follow(Navigation.Uri);
        Navigation.LocationChanged += OnLocationChanged;
        var user = (await Authentication).User;
        var role = Enum.GetValues<PersonRole>().LastOrDefault(candidate => user.IsInRole(candidate.ToString()));
        _allowed = [.. Pages.Where(entry => entry.LowestRole <= role)];
        Offer();
        Settings.Changed += OnSettingsChanged;
    }

    private void Offer() => _entries = [.. _allowed.Where(entry => entry.IsOffered?.Invoke(Settings.Current) != false)];

    private void OnSettingsChanged() => _ = InvokeAsync(() =>
    {
        Offer();
        StateHasChanged();
    });

    private void OnLocationChanged(object? sender, LocationChangedEventArgs arguments)
    {
        Follow(arguments.Location);
        _ = InvokeAsync(StateHasChanged);
    }

    private void Follow(string address)
    {
        _address = address;
        var uri = new Uri(address);
        _path = uri.AbsolutePath;
        _scope = ScopeCodes.Parse(uri.Query).ToQueryString();
    }

    // Pages below an entry's page are part of it; the start page is above all.
    private bool IsActive(NavigationEntry entry) =>
        _path == entry.Url || (entry.Url != AppUrls.Overview && _path.StartsWith(entry.Url + "/", StringComparison.Ordinal));
}
