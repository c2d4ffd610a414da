using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Looks for a case by its number, and narrows the list to a status. Both lie in the address.</summary>
public sealed partial class CaseToolbar
{
    private string? _typed;

    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [Inject] public required CaseTextFormat Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required Scope Context { get; set; }

    [Parameter, EditorRequired] public required CaseChoice Choice { get; set; }

    private IEnumerable<ChoiceOption> Statuses =>
        Enum.GetValues<LegalStatus>().Select(status => new ChoiceOption(status.ToString(), Words.Status(status)))
            .Prepend(new ChoiceOption("", Text[nameof(CasesText.AllStatuses)]));

    private void Type(ChangeEventArgs typed) => _typed = typed.Value as string;

    private void Find()
    {
        var number = _typed ?? Choice.Number;
        _typed = null;
        Navigation.NavigateTo(CaseUrls.List(Context.Codes, CaseChoice.Parse(Choice.Status?.ToString(), number) with { HasFeatures = Choice.HasFeatures }));
    }

    private void Narrow(string status) =>
        Navigation.NavigateTo(CaseUrls.List(Context.Codes, CaseChoice.Parse(status, Choice.Number) with { HasFeatures = Choice.HasFeatures }));

    private void AddFeatures(ChangeEventArgs change) =>
        Navigation.NavigateTo(CaseUrls.List(Context.Codes, Choice with { HasFeatures = change.Value is true }));
}
