using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>What takes a page's place when it failed; the shell around it goes on working.</summary>
public sealed partial class PageFailure
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The database is back after the page failed without it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnReturn { get; set; }

    private void Reload() => Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
}
