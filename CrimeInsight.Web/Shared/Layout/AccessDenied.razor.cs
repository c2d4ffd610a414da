using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>The person's role does not include the page.</summary>
public sealed partial class AccessDenied
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required IViewerAccessor Viewers { get; init; }

    [Inject]
    public required RefusalTrail Refusals { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    // Whoever was led to the page of refusals has been noted where they came from.
    protected override async Task OnInitializedAsync()
    {
        var page = new Uri(Navigation.Uri).AbsolutePath;
        if (page != AppUrls.Denied && await Viewers.GetAsync(CancellationToken.None) is { } viewer)
            Refusals.Add(viewer, $"page:{page}");
    }
}
