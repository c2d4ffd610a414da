using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>Shown until there is data.</summary>
public sealed partial class OverviewPage
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }
}
