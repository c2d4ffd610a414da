using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>The session ended while a page was open: sign in, then come back to the same address.</summary>
public sealed partial class RedirectToSignIn
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized() => Navigation.NavigateTo(
        AppUrls.SignInThen(AppUrls.PathOf(Navigation.Uri, Navigation.BaseUri)), forceLoad: true);
}
