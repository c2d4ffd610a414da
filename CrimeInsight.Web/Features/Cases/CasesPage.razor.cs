using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>The cases of a scope, a page at a time.</summary>
public sealed partial class CasesPage
{
    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [SupplyParameterFromQuery(Name = CaseUrls.BeforeName)] public string? Before { get; set; }

    [SupplyParameterFromQuery(Name = CaseUrls.AfterName)] public string? After { get; set; }
}
