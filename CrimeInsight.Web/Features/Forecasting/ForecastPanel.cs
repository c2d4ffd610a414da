using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Base of a panel that shows a part of the forecast the board has loaded.</summary>
public abstract class ForecastPanel : ComponentBase
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required ForecastTextFormat Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public PanelState State { get; set; }

    /// <summary>Null while loading and after a failure.</summary>
    [Parameter, EditorRequired] public MonthlyForecast? Forecast { get; set; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    /// <summary>The forecast itself; null when there is none, too.</summary>
    protected ForecastReport? Report => Forecast?.Outcome as ForecastReport;
}
