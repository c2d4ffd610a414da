using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Account;

/// <summary>Who the person is, what they may see, and the way to change their password.</summary>
public sealed partial class ProfilePanel
{
    private IReadOnlyList<string> _places = [];
    private bool _isDemo;

    [Inject]
    public required IStringLocalizer<AccountText> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject]
    public required IReferenceDataReader Reference { get; init; }

    [Inject]
    public required DemoCatalogue Demos { get; init; }

    [Parameter, EditorRequired]
    public Viewer? Viewer { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Viewer is null)
            return;
        var tree = (await Reference.GetAsync(CancellationToken.None)).Jurisdictions;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        _places = [.. Viewer.JurisdictionIds.Select(tree.Find).OfType<Core.Jurisdictions.Jurisdiction>()
            .Select(place => string.Join(", ", tree.SelfAndAncestors(place).Select(node => node.NameIn(language))))];
        _isDemo = (await Demos.ListAsync(CancellationToken.None)).Accounts.Any(account => account.Id == Viewer.PersonId);
    }
}
