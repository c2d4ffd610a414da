using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>In place of figures: why there are none and what to do, or that they could not be loaded and the way to try again.</summary>
public sealed partial class StateMessage
{
    [Inject] public required IStringLocalizer<SharedText> Text { get; init; }

    /// <summary>They could not be loaded; else there are none.</summary>
    [Parameter, EditorRequired] public bool HasFailed { get; set; }

    /// <summary>Why there are none; null for the general text.</summary>
    [Parameter] public string? EmptyTitle { get; set; }

    /// <summary>What to do next; null for the general text.</summary>
    [Parameter] public string? EmptyHint { get; set; }

    /// <summary>A button that leads on.</summary>
    [Parameter] public RenderFragment? EmptyAction { get; set; }

    /// <summary>What to do about the failure; null for the general text.</summary>
    [Parameter] public string? ErrorHint { get; set; }

    /// <summary>Loads again after a failure.</summary>
    [Parameter] public EventCallback OnRetry { get; set; }
}
