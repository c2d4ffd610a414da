using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Results;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Registered cases of a district by week and the weeks to come as a fan.</summary>
public sealed partial class WeeksPanel : ScopedPanel<Answer<SeriesRequest, StoredForecast>>
{
    /// <summary>Weeks of history drawn.</summary>
    private const int DrawnWeeks = 52;

    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required ForecastTextFormat Words { get; init; }

    [Inject] public required FanChart Charts { get; init; }

    [Inject] public required Answers<SeriesRequest, StoredForecast> Answers { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    /// <summary>Null while loading and when nothing is stored.</summary>
    private StoredForecast? Stored => Value?.Report;

    private ForecastReport? Report => Stored?.Outcome as ForecastReport;

    private bool IsWithheld => Value?.State == AnswerState.Withheld;

    private PanelState Shown => State == PanelState.Ready && Report is null ? PanelState.Empty : State;

    private FanSeries Series => FanSeries.Of(Stored!, DrawnWeeks);

    private string Headline => Words.WeekHeadline(Series.FirstForecast, Report!.Mean[0], Report.Bands[^1].Lower[0], Report.Bands[^1].Upper[0]);

    private string EmptyTitle => Text[IsWithheld ? nameof(ForecastingText.SuppressedTitle) : nameof(ForecastingText.WeeksPendingTitle)];

    private string EmptyHint => Text[IsWithheld ? nameof(ForecastingText.SuppressedHint) : nameof(ForecastingText.PlacesPendingHint)];

    protected override Task<Answer<SeriesRequest, StoredForecast>> LoadAsync(CancellationToken cancellationToken) =>
        Answers.AskAsync(new(Context.Place!.Code, Context.Head.Code, SeriesStep.Week), Context.Viewer, progress: null, cancellationToken);

    protected override bool IsEmpty(Answer<SeriesRequest, StoredForecast> value) => value.Report is null;
}
