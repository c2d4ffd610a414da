using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The next month in one sentence with its interval, and how good such forecasts were; or why there is none.</summary>
public sealed partial class HeadlinePanel : ForecastPanel
{
    private const int MonthsPerYear = 12;

    [Parameter, EditorRequired] public EventCallback OnRetry { get; set; }

    /// <summary>In place of a forecast, where cases may not be told apart by month.</summary>
    [Parameter] public string? WithheldTitle { get; set; }

    [Parameter] public string? WithheldHint { get; set; }

    private ForecastImpossible? Impossible => Forecast?.Outcome as ForecastImpossible;

    private PanelState Shown => State == PanelState.Ready && Impossible is not null ? PanelState.Empty : State;

    private DateOnly Next => Forecast!.FirstMonth!.Value.AddMonths(Forecast.History.Length);

    private string Headline => Words.Headline(Next, Report!.Mean[0], Report!.Bands[^1].Lower[0], Report!.Bands[^1].Upper[0]);

    private string? Before => Forecast!.History.Length < MonthsPerYear ? null : Text[
        nameof(ForecastingText.HeadlineBefore),
        Format.Month(Next.AddMonths(-MonthsPerYear)),
        Format.Number(Forecast.History[^MonthsPerYear]),
        Format.Month(Next.AddMonths(-1)),
        Format.Number(Forecast.History[^1])].Value;

    private string? ObstacleTitle => Impossible is not { } reason ? null : reason.Obstacle switch
    {
        ForecastObstacle.TooShort => Text[nameof(ForecastingText.TooShortTitle), reason.NeededLength, reason.AvailableLength].Value,
        ForecastObstacle.Suppressed => WithheldTitle ?? Text[nameof(ForecastingText.SuppressedTitle)].Value,
        _ => Text[nameof(ForecastingText.NoFitTitle)].Value,
    };

    private string? ObstacleHint => Impossible is not { } reason ? null : WithheldHint ?? Text[reason.Obstacle switch
    {
        ForecastObstacle.TooShort => nameof(ForecastingText.TooShortHint),
        ForecastObstacle.Suppressed => nameof(ForecastingText.SuppressedHint),
        _ => nameof(ForecastingText.NoFitHint),
    }].Value;
}
