using CrimeInsight.Core.Runs;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Composition;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>Runs before the newest.</summary>
public sealed partial class JobHistory
{
    [Inject] public required IStringLocalizer<JobsText> Text { get; init; }

    [Inject] public required IEnumerable<RunCount> Counts { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<Run> Runs { get; set; }
}
