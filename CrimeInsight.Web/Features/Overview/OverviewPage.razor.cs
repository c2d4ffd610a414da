using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>What is happening in a jurisdiction: the first page everyone sees.</summary>
public sealed partial class OverviewPage
{
    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [SupplyParameterFromQuery(Name = ScaleChoice.Name)] public string? Scale { get; set; }

    private bool IsScaled => Scale == ScaleChoice.Official;

    private string UrlOf(ScopeCodes scope) => scope.ToUrl(AppUrls.Overview, (ScaleChoice.Name, ScaleChoice.Write(IsScaled)));

    // The month under way is no part of what is compared, but its cases are there.
    private string AsOfText(DataStatus status)
    {
        var asOf = status.AsOf!.Value;
        var month = Format.Month(asOf.AddMonths(-1));
        return status.Until > asOf
            ? Text[nameof(OverviewText.AsOfDay), month, Format.Date(status.Until.Value.AddDays(-1))]
            : Text[nameof(OverviewText.AsOf), month];
    }

    private bool HasPlacesBelow => Context!.Place is not { } place || Context.Reference.Jurisdictions.ChildrenOf(place.Id).Count > 0;
}
