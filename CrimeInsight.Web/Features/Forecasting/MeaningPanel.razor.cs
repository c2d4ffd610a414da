using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>In plain words, what the forecast says and what it does not.</summary>
public sealed partial class MeaningPanel
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    /// <summary>Null while loading.</summary>
    [Parameter, EditorRequired] public MonthlyForecast? Forecast { get; set; }

    private ForecastReport? Report => Forecast?.Outcome as ForecastReport;

    private IEnumerable<string> Says =>
        new[] { Text[nameof(ForecastingText.MeaningBand)].Value, CoverageSentence, Text[nameof(ForecastingText.MeaningAssumes)] }.OfType<string>();

    private IEnumerable<string> SaysNot =>
        [Text[nameof(ForecastingText.MeaningRegistered)], Text[nameof(ForecastingText.MeaningCause)], Text[nameof(ForecastingText.MeaningPersons)]];

    private string? CoverageSentence => Report!.OwnRecord is { Levels: [.., var widest] }
        ? Text[nameof(ForecastingText.MeaningCoverage), Format.Number(Report.TrackRecord.ForecastCount), Format.Percent(widest.CoveragePercent, 0),
            Format.Number(widest.LevelPercent), Format.Number(Report.TrackRecord.Origins)].Value
        : null;
}
