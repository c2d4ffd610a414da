using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Every edition of boundaries, newest first; those that hold can be undone.</summary>
public sealed partial class BoundaryEditionsPanel : LoadedComponent
{
    private IReadOnlyList<BoundaryEdition> _editions = [];
    private bool _isBusy;

    [Inject] public required IStringLocalizer<BoundariesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required BoundaryServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    protected override async Task<PanelState> ReadAsync()
    {
        _editions = await Services.Editions.ListAsync(Admin, Lifetime);
        return _editions.Count == 0 ? PanelState.Empty : PanelState.Ready;
    }

    private static string? ClassOf(FigureRow row) => row.Subject is BoundaryEdition { UndoneAt: not null } ? "edition-undone" : null;

    private string NameOf(BoundaryEdition edition) => Text[nameof(BoundariesText.UndoOf), edition.Source, Format.Instant(edition.LoadedAt)];

    private async Task UndoAsync(BoundaryEdition edition)
    {
        var (ask, act) = (Text[nameof(BoundariesText.UndoAsk)], Text[nameof(BoundariesText.Undo)]);
        if (!await ConfirmDialog.AskAsync(Shell.Dialogs, edition.Source, ask, act, isDestructive: true))
            return;
        _isBusy = true;
        try
        {
            await Services.Editions.UndoAsync(edition.Id, Admin, Lifetime);
            Shell.Notices.Add(Text[nameof(BoundariesText.UndoneNow)], Severity.Success);
        }
        catch (BoundaryRefusedException refused)
        {
            Shell.Notices.Add(Text[BoundaryWords.KeyOf(refused.Reason)], Severity.Warning);
        }
        catch (Exception) when (!IsLeft)
        {
            Shell.Notices.Add(Text[nameof(BoundariesText.ActionFailed)], Severity.Error);
        }

        _isBusy = false;
        await LoadAsync();
    }
}
