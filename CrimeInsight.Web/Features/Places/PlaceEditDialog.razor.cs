using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Places;

/// <summary>Writes an edit, shows what it changes, and makes it.</summary>
public sealed partial class PlaceEditDialog
{
    private static readonly (string Language, string Key)[] s_names =
        [("en", nameof(PlacesText.NameEn)), ("hi", nameof(PlacesText.NameHi)), ("ta", nameof(PlacesText.NameTa))];

    private PlaceForm _form = null!;
    private PlaceEdit? _preview;
    private string? _error;
    private bool _isBusy;

    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlacesServices Services { get; init; }

    [Inject] public required PlaceSearchCache Search { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public required PlaceDraft Draft { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private bool IsLastStep => !Draft.HasDay || _preview is not null;

    private List<Jurisdiction> Stations => [.. Reference.Jurisdictions.ChildrenOf(Draft.Place.Id)
        .Where(place => place.Level == JurisdictionLevel.Station)
        .OrderBy(place => place.NameIn(Language), StringComparer.CurrentCulture)];

    /// <summary>Shows the dialog; true when the edit was made.</summary>
    internal static async Task<bool> AskAsync(IDialogService dialogs, Viewer admin, ReferenceData reference, PlaceDraft draft)
    {
        var parameters = new DialogParameters<PlaceEditDialog>
        {
            { dialog => dialog.Admin, admin },
            { dialog => dialog.Reference, reference },
            { dialog => dialog.Draft, draft },
        };
        var dialog = await dialogs.ShowAsync<PlaceEditDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await dialog.Result is { Canceled: false };
    }

    protected override void OnInitialized() => _form = new PlaceForm(Draft, Reference.Jurisdictions, Services.Today);

    private MapPoint? Marked
    {
        get => _form is { Latitude: { } latitude, Longitude: { } longitude } ? new MapPoint(latitude, longitude) : null;
        set => (_form.Latitude, _form.Longitude) = (Math.Round(value!.Value.Latitude, 5), Math.Round(value.Value.Longitude, 5));
    }

    private void Name(string language, ChangeEventArgs name) => _form.Names[language] = name.Value as string ?? "";

    private void Aim(Jurisdiction? target)
    {
        _form.Target = target;
        ForgetPreview();
    }

    // What was shown is what is done.
    private void ForgetPreview() => _preview = null;

    private void Toggle(int station)
    {
        if (!_form.Stations.Remove(station))
            _form.Stations.Add(station);
    }

    private Task<IEnumerable<Jurisdiction>> FindTargets(string? typed, CancellationToken cancellationToken)
    {
        var tree = Reference.Jurisdictions;
        var state = tree.AncestorAt(Draft.Place, JurisdictionLevel.State);
        var level = Draft.Kind == PlaceEditKind.Move ? JurisdictionLevel.District : Draft.Place.Level;
        var fitting = string.IsNullOrWhiteSpace(typed)
            ? tree.Within(state!, level).OrderBy(place => place.NameIn(Language), StringComparer.CurrentCulture)
            : Search.For(Reference).Find([state!], typed, Language, 200).Where(place => place.Level == level);
        return Task.FromResult(fitting.Where(place => place.Id != Draft.Place.Id && place.Id != Draft.Place.ParentId).Take(30));
    }

    private IEnumerable<string> Consequences(PlaceEdit edit)
    {
        yield return edit.Cases == 0 ? Text[nameof(PlacesText.PreviewNoCases)] : Text[nameof(PlacesText.PreviewCases), Format.Number(edit.Cases)];
        foreach (var group in edit.People.GroupBy(person => person.Gains))
            yield return Text[group.Key ? nameof(PlacesText.PreviewGains)
                : nameof(PlacesText.PreviewLoses), string.Join(", ", group.Select(person => person.Name))];
        if (edit.People.Count == 0)
            yield return Text[nameof(PlacesText.PreviewNoPeople)];
        if (edit.Kind == PlaceEditKind.Move)
            yield return Text[nameof(PlacesText.PreviewMoveResidents)];
        if (edit.Kind == PlaceEditKind.Merge)
            yield return Text[nameof(PlacesText.PreviewMergeResidents)];
    }

    private string? Problem() =>
        Draft.HasTarget && _form.Target is null ? Text[nameof(PlacesText.TargetMissing)].Value
        : _form.Reason.Trim().Length == 0 ? Text[nameof(PlacesText.ReasonMissing)].Value
        : null;

    private async Task GoOnAsync()
    {
        _error = Problem();
        if (_error is not null || _isBusy)
            return;
        _isBusy = true;
        try
        {
            if (!IsLastStep)
            {
                _preview = await Services.Edits.PreviewAsync(Admin, _form.Request(), CancellationToken.None);
            }
            else
            {
                await Services.Edits.ApplyAsync(Admin, [_form.Request()], CancellationToken.None);
                Dialog.Close(DialogResult.Ok(true));
            }
        }
        catch (PlaceRefusedException refused)
        {
            (_error, _preview) = (Text[PlaceWords.KeyOf(refused.Reason)], null);
        }
        catch (Exception)
        {
            (_error, _preview) = (Text[nameof(PlacesText.ActionFailed)], null);
        }

        _isBusy = false;
    }

    private void Cancel() => Dialog.Cancel();
}
