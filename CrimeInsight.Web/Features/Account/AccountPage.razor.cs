using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Account;

/// <summary>A person's own settings.</summary>
public sealed partial class AccountPage
{
    private Viewer? _viewer;

    [Inject]
    public required IStringLocalizer<AccountText> Text { get; init; }

    [Inject]
    public required IViewerAccessor Viewers { get; init; }

    protected override async Task OnInitializedAsync() => _viewer = await Viewers.GetAsync(CancellationToken.None);
}
