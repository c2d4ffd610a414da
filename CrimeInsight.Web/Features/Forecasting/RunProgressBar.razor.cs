using CrimeInsight.Core.Runs;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>How far the background run is. Looks again by itself, and tells when what was waited for may have arrived.</summary>
public sealed partial class RunProgressBar
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _lifetime = new();
    private RunProgress? _progress;

    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required IRunProgressReader Runs { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>Called after each look: results are stored part by part.</summary>
    [Parameter, EditorRequired] public EventCallback Arrived { get; set; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _progress = await Runs.FindAsync(_lifetime.Token);
        if (RendererInfo.IsInteractive)
            _ = FollowAsync(_lifetime.Token);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(s_interval, Time, cancellationToken);
                try
                {
                    await InvokeAsync(LookAsync);
                }
                catch (Exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // The database could not be asked: it is asked again.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or shows what was waited for.
        }
    }

    private async Task LookAsync()
    {
        _progress = await Runs.FindAsync(_lifetime.Token);
        StateHasChanged();
        await Arrived.InvokeAsync();
    }
}
