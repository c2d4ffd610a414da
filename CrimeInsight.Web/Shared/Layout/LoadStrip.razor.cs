using System.Globalization;
using CrimeInsight.Core.Runs;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Progress of data being loaded in the background, with the time left.</summary>
public sealed partial class LoadStrip
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required DisplayFormat Format { get; init; }

    [Inject]
    public required SiteStatusMonitor Monitor { get; init; }

    protected override void OnInitialized() => Monitor.Changed += RenderLive;

    public void Dispose() => Monitor.Changed -= RenderLive;

    private string Message(TaskProgress task) => task.Total == 0
        ? Text[nameof(SharedText.LoadPreparing)]
        : Text[nameof(SharedText.LoadRunning), Format.Number(task.Done), Format.Number(task.Total)];

    // No value: the browser shows an indeterminate bar.
    private static string? Share(TaskProgress task) => task.Share?.ToString("0.###", CultureInfo.InvariantCulture);
}
