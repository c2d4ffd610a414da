using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>Starts the job.</summary>
public sealed partial class JobStart
{
    [Inject] public required IStringLocalizer<JobsText> Text { get; init; }

    [Parameter, EditorRequired] public EventCallback OnStart { get; set; }
}
