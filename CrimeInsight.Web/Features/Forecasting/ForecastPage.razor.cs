using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What is likely next in a place, of a kind, and how sure that is. Everything chosen is in the address.</summary>
public sealed partial class ForecastPage
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [SupplyParameterFromQuery(Name = ForecastChoice.MonthsName)] public string? Months { get; set; }

    [SupplyParameterFromQuery(Name = ForecastChoice.ModelName)] public string? Model { get; set; }

    [SupplyParameterFromQuery(Name = ForecastChoice.TabName)] public string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = ForecastChoice.AtName)] public string? At { get; set; }

    [SupplyParameterFromQuery(Name = ForecastChoice.FestivalName)] public string? Festival { get; set; }

    [SupplyParameterFromQuery(Name = ForecastChoice.FestivalMonthName)] public string? FestivalMonth { get; set; }

    private ForecastPageState? State { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        State = Context is { } context ? new ForecastPageState(context, ForecastChoice.Parse(Months, Model, Tab, At, Festival, FestivalMonth)) : null;
    }
}
