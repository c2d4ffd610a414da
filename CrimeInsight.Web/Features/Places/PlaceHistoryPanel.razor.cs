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

/// <summary>Every edit of places, newest first; those that hold can be undone.</summary>
public sealed partial class PlaceHistoryPanel : LoadedComponent
{
    private const int MostShown = 300;

    private IReadOnlyList<PlaceEdit> _edits = [];
    private bool _isBusy;

    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlacesServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    protected override async Task<PanelState> ReadAsync()
    {
        _edits = await Services.Edits.ListAsync(Admin, Lifetime);
        return _edits.Count == 0 ? PanelState.Empty : PanelState.Ready;
    }

    private async Task UndoAsync(PlaceEdit edit)
    {
        var title = Text.Describe(edit, Reference.Jurisdictions);
        if (!await ConfirmDialog.AskAsync(Shell.Dialogs, title, Text[nameof(PlacesText.UndoAsk)], Text[nameof(PlacesText.Undo)], isDestructive: true))
            return;
        _isBusy = true;
        try
        {
            await Services.Edits.UndoAsync(Admin, edit.Id, Lifetime);
            Shell.Notices.Add(Text[nameof(PlacesText.UndoneNow)], Severity.Success);
        }
        catch (PlaceRefusedException refused)
        {
            Shell.Notices.Add(Text[PlaceWords.KeyOf(refused.Reason)], Severity.Warning);
        }
        catch (Exception) when (!IsLeft)
        {
            Shell.Notices.Add(Text[nameof(PlacesText.ActionFailed)], Severity.Error);
        }

        _isBusy = false;
        await OnChanged.InvokeAsync();
        await LoadAsync();
    }
}
