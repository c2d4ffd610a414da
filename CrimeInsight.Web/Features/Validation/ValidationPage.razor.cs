using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>Registered cases beside official figures, by place, head and calendar year.</summary>
public sealed partial class ValidationPage
{
    [Inject] public required IStringLocalizer<ValidationText> Text { get; init; }

    [SupplyParameterFromQuery(Name = ValidationChoice.YearName)] public string? Year { get; set; }

    private ValidationChoice Choice => ValidationChoice.Parse(Year);
}
