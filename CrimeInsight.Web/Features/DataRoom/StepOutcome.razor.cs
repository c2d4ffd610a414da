using CrimeInsight.Core.DataRoom;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>A step that did not come to its end: why, and what to do.</summary>
public sealed partial class StepOutcome
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    [Parameter, EditorRequired] public required UploadStep Step { get; set; }

    /// <summary>Does it again.</summary>
    [Parameter] public EventCallback OnAgain { get; set; }

    private string? Problem => Step is { State: StepState.Failed, Problem: { } problem } ? Words.Of(problem) : null;

    private string Hint => Text[Step.State switch
    {
        StepState.Interrupted => nameof(DataRoomText.HintInterrupted),
        StepState.Cancelled => nameof(DataRoomText.HintCancelled),
        _ => nameof(DataRoomText.HintStale),
    }];
}
