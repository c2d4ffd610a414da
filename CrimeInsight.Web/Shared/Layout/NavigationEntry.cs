using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>A page in the main navigation.</summary>
/// <param name="TextKey">Key in SharedText.</param>
/// <param name="LowestRole">Roles below do not see the entry (and the page refuses them by its policy).</param>
/// <param name="IsMinor">On phones found under "more".</param>
public sealed record NavigationEntry(string Url, string Icon, string TextKey, PersonRole LowestRole = PersonRole.Officer, bool IsMinor = false)
{
    /// <summary>Every page that exists, in order.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new(AppUrls.Overview, Icons.Material.Rounded.SpaceDashboard, nameof(SharedText.NavOverview)),
        new(AppUrls.Map, Icons.Material.Rounded.Map, nameof(SharedText.NavMap)),
        new(AppUrls.Forecast, Icons.Material.Rounded.Timeline, nameof(SharedText.NavForecast)),
        new(AppUrls.Hotspots, Icons.Material.Rounded.LocalFireDepartment, nameof(SharedText.NavHotspots)),
        new(AppUrls.Cases, Icons.Material.Rounded.Description, nameof(SharedText.NavCases), IsMinor: true),
        new(AppUrls.Jobs, Icons.Material.Rounded.Autorenew, nameof(SharedText.NavJobs), PersonRole.Admin, IsMinor: true),
        new(AppUrls.Account, Icons.Material.Rounded.AccountCircle, nameof(SharedText.NavAccount), IsMinor: true),
    ];
}
