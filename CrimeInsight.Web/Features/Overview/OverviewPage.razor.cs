using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>What is happening in a jurisdiction: the first page everyone sees.</summary>
public sealed partial class OverviewPage
{
    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    private bool HasPlacesBelow => Context!.Place is not { } place || Context.Reference.Jurisdictions.ChildrenOf(place.Id).Count > 0;
}
