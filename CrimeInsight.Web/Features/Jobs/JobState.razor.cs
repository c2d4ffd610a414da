using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>How a run stands, as icon and word.</summary>
public sealed partial class JobState
{
    [Inject] public required IStringLocalizer<JobsText> Text { get; init; }

    [Parameter, EditorRequired] public ForecastRunState State { get; set; }

    private string Icon => State switch
    {
        ForecastRunState.Waiting => Icons.Material.Rounded.Schedule,
        ForecastRunState.Running => Icons.Material.Rounded.Autorenew,
        ForecastRunState.Interrupted => Icons.Material.Rounded.PauseCircleOutline,
        ForecastRunState.Done => Icons.Material.Rounded.CheckCircleOutline,
        ForecastRunState.Failed => Icons.Material.Rounded.ErrorOutline,
        _ => Icons.Material.Rounded.Block,
    };

    private string TextKey => State switch
    {
        ForecastRunState.Waiting => nameof(JobsText.StateWaiting),
        ForecastRunState.Running => nameof(JobsText.StateRunning),
        ForecastRunState.Interrupted => nameof(JobsText.StateInterrupted),
        ForecastRunState.Done => nameof(JobsText.StateDone),
        ForecastRunState.Failed => nameof(JobsText.StateFailed),
        _ => nameof(JobsText.StateCancelled),
    };
}
