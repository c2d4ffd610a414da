using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Quality;

/// <summary>How complete, prompt and plausible the records of a scope are, and whom to call.</summary>
public sealed partial class QualityPage
{
    [Inject] public required IStringLocalizer<QualityText> Text { get; init; }
}
