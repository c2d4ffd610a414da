using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Loads the forecast of a scope once and shows one view of it at a time.</summary>
public sealed partial class ForecastBoard : ScopedPanel<MonthlyForecast>
{
    [Inject] public required ForecastAnalysis Analysis { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    private bool HasViews => State == PanelState.Loading || Current?.Outcome is ForecastReport;

    /// <summary>Another method may do what the chosen one cannot.</summary>
    private bool HasTools => HasViews || Current?.Outcome is ForecastImpossible { Obstacle: ForecastObstacle.ModelDoesNotFit };

    /// <summary>Too little for a forecast, but enough to look at.</summary>
    private bool IsHistoryOnly => Current is { Outcome: ForecastImpossible { Obstacle: ForecastObstacle.TooShort }, History.Length: > 1 };

    protected override object? Choices => (Page.Choice.Model, Page.Tab == ForecastTab.Replay);

    protected override WithheldCases? Withheld => Current?.Withheld;

    protected override bool IsEmpty(MonthlyForecast value) => value.FirstMonth is null;

    /// <summary>The longest horizon whatever is shown of it: changing it computes nothing anew, and figures stay the same.</summary>
    protected override Task<MonthlyForecast> LoadAsync(CancellationToken cancellationToken) => Analysis.RunAsync(
        Context.ByMonth(), Context.Viewer, ForecastChoice.MostMonths, Page.Choice.Model, cancellationToken, wantsPast: Page.Tab == ForecastTab.Replay);
}
