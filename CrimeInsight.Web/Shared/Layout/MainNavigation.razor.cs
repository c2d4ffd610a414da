using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Links to the pages the person's role may open.</summary>
public sealed partial class MainNavigation
{
    private IReadOnlyList<NavigationEntry> _entries = [];

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        var role = Enum.GetValues<PersonRole>().LastOrDefault(candidate => user.IsInRole(candidate.ToString()));
        _entries = [.. NavigationEntry.All.Where(entry => entry.LowestRole <= role)];
    }
}
