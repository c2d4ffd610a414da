using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Places;

/// <summary>One place: what is known of it, how it changed, and what can be done.</summary>
public sealed partial class PlacePanel : LoadedComponent
{
    private IReadOnlyList<PlacePopulation> _residents = [];
    private IReadOnlyList<PlaceEdit> _changes = [];

    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlacesServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public required Jurisdiction Place { get; set; }

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IEnumerable<PlaceEditKind> Kinds => Place.Level switch
    {
        JurisdictionLevel.Country => [],
        JurisdictionLevel.State => [PlaceEditKind.Add, PlaceEditKind.Rename, PlaceEditKind.Population],
        JurisdictionLevel.District =>
            [PlaceEditKind.Add, PlaceEditKind.Rename, PlaceEditKind.Split, PlaceEditKind.Merge, PlaceEditKind.Population, PlaceEditKind.Point],
        JurisdictionLevel.Station =>
            [PlaceEditKind.Rename, PlaceEditKind.Move, PlaceEditKind.Split, PlaceEditKind.Merge, PlaceEditKind.Population, PlaceEditKind.Point],
        _ => [PlaceEditKind.Rename],
    };

    protected override async Task<PanelState> ReadAsync()
    {
        _residents = await Services.Edits.PopulationsAsync(Place.Id, Lifetime);
        _changes = [.. (await Services.Edits.ListAsync(Admin, Lifetime)).Where(edit => edit.UndoneAt is null && IsOfPlace(edit)).Take(20)];
        return PanelState.Ready;
    }

    private bool IsOfPlace(PlaceEdit edit) => edit.PlaceId == Place.Id || edit.OtherId == Place.Id;

    private async Task AskAsync(PlaceEditKind kind)
    {
        if (!await PlaceEditDialog.AskAsync(Shell.Dialogs, Admin, Reference, new PlaceDraft(kind, Place)))
            return;
        Shell.Notices.Add(Text[nameof(PlacesText.Done)], Severity.Success);
        await OnChanged.InvokeAsync();
        await LoadAsync();
    }
}
