using CrimeInsight.Core.Runs;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>How a run stands, as icon and word.</summary>
public sealed partial class JobState
{
    [Inject] public required TableWords Words { get; init; }

    [Parameter, EditorRequired] public RunState State { get; set; }

    private string Icon => State switch
    {
        RunState.Waiting => Icons.Material.Rounded.Schedule,
        RunState.Running => Icons.Material.Rounded.Autorenew,
        RunState.Interrupted => Icons.Material.Rounded.PauseCircleOutline,
        RunState.Done => Icons.Material.Rounded.CheckCircleOutline,
        RunState.Failed => Icons.Material.Rounded.ErrorOutline,
        _ => Icons.Material.Rounded.Block,
    };
}
