using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>The cases of a scope, a page at a time; or those of one number, wherever they are.</summary>
public sealed partial class CasesPage
{
    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [SupplyParameterFromQuery(Name = CaseUrls.BeforeName)] public string? Before { get; set; }

    [SupplyParameterFromQuery(Name = CaseUrls.AfterName)] public string? After { get; set; }

    [SupplyParameterFromQuery(Name = CaseChoice.StatusName)] public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = CaseChoice.NumberName)] public string? Number { get; set; }

    [SupplyParameterFromQuery(Name = CaseChoice.FeaturesName)] public string? Features { get; set; }

    private CaseChoice Choice => CaseChoice.Parse(Status, Number, Features);

    private string Subtitle => Choice.Number is { } number
        ? Text[nameof(CasesText.SubtitleNumber), number, PlaceName]
        : Text[nameof(CasesText.Subtitle), PlaceName, HeadName, Format.Period(Context!.ToNewest)];
}
