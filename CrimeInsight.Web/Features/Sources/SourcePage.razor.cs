using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>One source: what it is, a trial of it, and what became of its runs.</summary>
public sealed partial class SourcePage : LoadedComponent
{
    private const int MostRuns = 50;
    private SourceForm _form = new();
    private Source? _known;
    private IReadOnlyList<SavedMapping> _mappings = [];
    private IReadOnlyList<ManagedPerson> _owners = [];
    private IReadOnlyList<SourceRun> _runs = [];
    private SourceTrial? _trial;
    private string? _error;
    private bool _isTried;
    private bool _isBusy;

    [Inject] public required IStringLocalizer<SourcesText> Text { get; init; }

    [Inject] public required SourceServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    /// <summary>Null: a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    protected override async Task<PanelState> ReadAsync()
    {
        var viewer = await Services.ViewerAsync(Lifetime);
        _mappings = await Services.MappingsAsync(Lifetime);
        _owners = await Services.OwnersAsync(Lifetime);
        if (Id is { } id)
        {
            _known = await Services.Desk.FindAsync(viewer, id, Lifetime);
            _runs = await Services.Desk.RunsAsync(viewer, id, MostRuns, Lifetime);
        }

        _form = _known is null ? new SourceForm { OwnerId = viewer.PersonId.ToString() } : SourceForm.Of(_known.Edit);
        return Id is not null && _known is null ? PanelState.Empty : PanelState.Ready;
    }

    private Task SaveAsync() => DoAsync(async viewer =>
    {
        await Services.Desk.SaveAsync(viewer, _known, _form.ToEdit(), _form.Secret, Lifetime);
        Shell.Notices.Add(Text[nameof(SourcesText.Saved)], Severity.Success);
        Shell.Navigation.NavigateTo(AppUrls.Sources);
    });

    private Task TryAsync() => DoAsync(async viewer =>
    {
        _isTried = false;
        _trial = await Services.Desk.TryAsync(viewer, _known, _form.ToEdit(), _form.Secret, Lifetime);
        _isTried = true;
    });

    private async Task DoAsync(Func<Viewer, Task> act)
    {
        (_error, _isBusy) = (null, true);
        try
        {
            await act(await Services.ViewerAsync(Lifetime));
        }
        catch (SourceException refused)
        {
            _error = SourceWords.Of(refused.Trouble, CultureInfo.CurrentUICulture);
        }
        catch (ImportRefusedException refused)
        {
            _error = SourceWords.Of(new SourceTrouble(SourceProblem.File, refused.Details, refused.Problem), CultureInfo.CurrentUICulture);
        }
        catch (UnauthorizedAccessException)
        {
            _error = Text[nameof(SourcesText.NotAllowed)];
        }
        catch (Exception) when (!IsLeft)
        {
            _error = Text[nameof(SourcesText.Failed)];
        }

        _isBusy = false;
    }
}
