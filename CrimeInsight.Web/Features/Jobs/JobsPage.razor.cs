using CrimeInsight.Core;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>Background jobs: what runs, what ran, start and cancel. Looks again by itself, often while something runs.</summary>
public sealed partial class JobsPage
{
    private const int MostRuns = 20;
    private static readonly TimeSpan s_busyInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_idleInterval = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _lifetime = new();
    private IReadOnlyList<Run> _runs = [];
    private PanelState _state = PanelState.Loading;
    private bool _isAsking;

    [Inject] public required IStringLocalizer<JobsText> Text { get; init; }

    [Inject] public required IRuns Runs { get; init; }

    [Inject] public required IViewerAccessor Viewers { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (RendererInfo.IsInteractive)
            _ = FollowAsync(_lifetime.Token);
    }

    private async Task LoadAsync()
    {
        try
        {
            var viewer = await Viewers.GetAsync(_lifetime.Token);
            _runs = viewer is null ? [] : await Runs.ListAsync(viewer, MostRuns, _lifetime.Token);
            _state = _runs.Count == 0 ? PanelState.Empty : PanelState.Ready;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_runs.Any(run => run.IsOpen) ? s_busyInterval : s_idleInterval, Time, cancellationToken);
                await InvokeAsync(async () =>
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

    private async Task StartAsync() => await AskAsync(async viewer =>
    {
        await Runs.StartAsync(viewer, _lifetime.Token);
        return Text[nameof(JobsText.Asked)];
    });

    private async Task CancelAsync(Run run) => await AskAsync(async viewer =>
        Text[await Runs.CancelAsync(run.Id, viewer, _lifetime.Token) ? nameof(JobsText.Cancelled) : nameof(JobsText.CancelTooLate)]);

    private async Task AskAsync(Func<Viewer, Task<string>> ask)
    {
        if (_isAsking || await Viewers.GetAsync(_lifetime.Token) is not { } viewer)
            return;
        _isAsking = true;
        try
        {
            Shell.Notices.Add(await ask(viewer), Severity.Success);
        }
        catch (OperatorException)
        {
            Shell.Notices.Add(Text[nameof(JobsText.AskRefused)], Severity.Warning);
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            Shell.Notices.Add(Text[nameof(JobsText.ActionFailed)], Severity.Error);
        }
        finally
        {
            _isAsking = false;
        }

        await LoadAsync();
    }
}
