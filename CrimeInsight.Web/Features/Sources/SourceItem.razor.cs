using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>One source in the list, with what can be done with it.</summary>
public sealed partial class SourceItem
{
    private readonly CancellationTokenSource _lifetime = new();

    [Inject] public required IStringLocalizer<SourcesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required SourceServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Source Source { get; set; }

    /// <summary>Told when something was done with it.</summary>
    [Parameter, EditorRequired] public EventCallback Acted { get; set; }

    private string Next => Source.IsOpen ? Text[nameof(SourcesText.NextNow)]
        : Source.IsPaused ? Text[nameof(SourcesText.NextPaused)]
        : Source.NextAt is { } next ? Format.Instant(next) : Text[nameof(SourcesText.NextNow)];

    private string Last => Source.Last is { } last
        ? $"{Text[SourceWords.StateKey(last.State)]} · {Format.Instant(last.FinishedAt ?? last.AskedAt)}"
        : Text[nameof(SourcesText.Never)];

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    private Task RunNowAsync() => DoAsync(async () =>
    {
        var isAsked = await Services.Desk.RunNowAsync(await Services.ViewerAsync(_lifetime.Token), Source.Id, _lifetime.Token);
        Shell.Notices.Add(Text[isAsked ? nameof(SourcesText.RunAsked) : nameof(SourcesText.RunBusy)], Severity.Info);
    });

    private Task PauseAsync() => DoAsync(async () =>
        await Services.Desk.PauseAsync(await Services.ViewerAsync(_lifetime.Token), Source, !Source.IsPaused, _lifetime.Token));

    private async Task DeleteAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Shell.Dialogs, Text[nameof(SourcesText.Delete)], Text[nameof(SourcesText.DeleteAsk), Source.Edit.Name], Text[nameof(SourcesText.Delete)],
            isDestructive: true);
        if (isSure)
            await DoAsync(async () => await Services.Desk.DeleteAsync(await Services.ViewerAsync(_lifetime.Token), Source.Id, _lifetime.Token));
    }

    private async Task DoAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            Shell.Notices.Add(Text[nameof(SourcesText.Failed)], Severity.Error);
        }

        await Acted.InvokeAsync();
    }
}
