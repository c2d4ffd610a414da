using CrimeInsight.Core.Runs;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>Runs before the newest.</summary>
public sealed partial class JobHistory
{
    [Inject] public required IStringLocalizer<JobsText> Text { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<Run> Runs { get; set; }
}
