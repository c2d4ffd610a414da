using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What would change if a festival fell into another month, as far as the data show an effect of it at all.</summary>
public sealed partial class FestivalPanel : ScopedPanel<SeriesParts>
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required EffectWords Words { get; init; }

    [Inject] public required DecompositionAnalysis Analysis { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    [Parameter, EditorRequired] public required MonthlyForecast Forecast { get; set; }

    protected override object? Choices => Forecast;

    protected override bool IsHeavy => true;

    private FestivalEffects Effects => Value!.Effects!;

    private DateOnly Next => Forecast.FirstMonth!.Value.AddMonths(Forecast.History.Length);

    private FestivalMove Move => FestivalMove.Of(Value!, Forecast, Page.Choice.Festival, Page.Choice.FestivalMonth);

    private FestivalWhatIfReport? Result => Move.Outcome as FestivalWhatIfReport;

    private string Sentence
    {
        get
        {
            var move = Move;
            var (name, month) = (NameOf(move.Key), Format.Month(move.Month));
            return move.Outcome switch
            {
                FestivalWhatIfReport { IsSignificant: true } found =>
                    Text[Effects.IsByDay ? nameof(ForecastingText.MoveFoundByDay)
                        : nameof(ForecastingText.MoveFound), name, Format.Month(found.PlannedDay), month, Words.Effect(found.Estimate, Effects.IsFactor)],
                FestivalWhatIfReport unsure => Text[nameof(ForecastingText.MoveUnsure), name, Words.Effect(unsure.Estimate, Effects.IsFactor)],
                FestivalWhatIfImpossible { Obstacle: FestivalWhatIfObstacle.NotSeparable } => Text[nameof(ForecastingText.MoveSameMonth), name],
                FestivalWhatIfImpossible { Obstacle: FestivalWhatIfObstacle.TooFewSteps } => Text[nameof(ForecastingText.MoveTooFew), name],
                _ => Text[nameof(ForecastingText.MoveNotAhead), name],
            };
        }
    }

    protected override bool IsEmpty(SeriesParts value) => value.Effects is not { Findings.IsEmpty: false };

    protected override Task<SeriesParts> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.RunAsync(Context.ByMonth(), Context.Viewer, Forecast, Page.StateCode, cancellationToken);

    private string NameOf(string key) => FestivalNames.Of(Value!.Festivals, key);

    private void ChooseFestival(ChangeEventArgs choice) => Navigation.NavigateTo(Page.UrlOfFestival(choice.Value as string, null), replace: true);

    private void ChooseMonth(ChangeEventArgs choice)
    {
        if (Month.Read(choice.Value as string) is { } month)
            Navigation.NavigateTo(Page.UrlOfFestival(Move.Key, month.First), replace: true);
    }
}
