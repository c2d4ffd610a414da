using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>One upload on its way into the data, a step for each address. Looks again by itself, often while something is under way.</summary>
public sealed partial class UploadPage
{
    private static readonly TimeSpan s_busyInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_idleInterval = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _lifetime = new();
    private UploadWork? _work;
    private bool _isGone;
    private bool _hasFailed;
    private bool _isAsking;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    [Inject] public required DataRoomDesk Desk { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter] public Guid Id { get; set; }

    [Parameter] public string? Step { get; set; }

    private WizardStep? Current => _work is null ? null
        : DataRoomUrls.StepOf(Step) is { } step && _work.IsReachable(step) ? step : _work.Current;

    private string? Subtitle => _work?.Upload switch
    {
        null => null,
        { State: UploadState.Imported } done => Words.Size(done.Length),
        var open => Text[nameof(DataRoomText.FileSubtitle), Words.Size(open.Length)].Value,
    };

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (!RendererInfo.IsInteractive)
            return;
        if (_work is { Upload.State: UploadState.Complete } work && work[StepKind.Understand] is null)
            await StartUnderstandingAsync(null);
        _ = FollowAsync(_lifetime.Token);
    }

    private async Task LoadAsync()
    {
        try
        {
            _work = await Desk.FindAsync(Id, _lifetime.Token);
            _isGone = _work is null or { Upload.State: UploadState.Receiving };
            _hasFailed = false;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            // What is on the screen stays: the next look may succeed.
            _hasFailed = _work is null;
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!_isGone)
            {
                await Task.Delay(_work?.IsOpen == true ? s_busyInterval : s_idleInterval, Time, cancellationToken);
                RunLive(async () =>
                {
                    await LoadAsync();
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task StartUnderstandingAsync(DataFileChoice? choice)
    {
        // Another part has other columns.
        if (_work is { Upload.MappingJson: not null })
            await Desk.KeepMappingAsync(Id, null, _lifetime.Token);
        await AskAsync(StepKind.Understand, new StepRequest(Choice: choice), WizardStep.Understand);
    }

    private Task CheckAsync(StepRequest request) => AskAsync(StepKind.Check, request, WizardStep.Check);

    private Task ImportAsync(StepRequest request) => AskAsync(StepKind.Import, request, WizardStep.Done);

    private async Task AskAsync(StepKind kind, StepRequest request, WizardStep next)
    {
        if (_isAsking)
            return;
        _isAsking = true;
        try
        {
            await Desk.StartAsync(Id, kind, request, _lifetime.Token);
            await LoadAsync();
            if (Current != next)
                Shell.Navigation.NavigateTo(DataRoomUrls.Of(Id, next));
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            Shell.Notices.Add(Text[nameof(DataRoomText.ActionFailed)], Severity.Error);
        }
        finally
        {
            _isAsking = false;
        }
    }

    private async Task CancelAsync(StepKind kind)
    {
        try
        {
            await Desk.CancelAsync(Id, kind, _lifetime.Token);
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            Shell.Notices.Add(Text[nameof(DataRoomText.ActionFailed)], Severity.Error);
        }

        await LoadAsync();
    }

    private async Task RemoveAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Shell.Dialogs, Text[nameof(DataRoomText.RemoveTitle)], Text[nameof(DataRoomText.RemoveHint), _work!.Upload.FileName],
            Text[nameof(DataRoomText.Remove)], isDestructive: true);
        if (!isSure)
            return;
        await Desk.RemoveAsync(Id, _lifetime.Token);
        Shell.Navigation.NavigateTo(AppUrls.DataRoom);
    }
}
