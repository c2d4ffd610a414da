using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Features.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Charts;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>Cases by month with the next months forecast, their interval, and how well such forecasts did before.</summary>
public sealed partial class TrendPanel : ScopedPanel<MonthlyForecast>
{
    private const int HorizonMonths = 6;

    /// <summary>Months of history drawn; the forecast rests on all of it.</summary>
    private const int DrawnMonths = 36;

    private TrendSeries? _series;

    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ForecastTextFormat Words { get; init; }

    [Inject] public required ForecastAnalysis Analysis { get; init; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    private ForecastReport? Report => Value?.Outcome as ForecastReport;

    private TrendSeries Series => _series ??= TrendSeries.From(Value!, DrawnMonths);

    private ChartOptions Options => Draw(Series);

    private string Label => Report is null ? Text[nameof(OverviewText.TrendTitle)] : Sentence;

    private string? ExportUrl => Value is { FirstMonth: { } first, History.Length: > 0 } value
        ? ExportUrls.For((Context with { Period = new Period(first, first.AddMonths(value.History.Length)) }).ByMonth())
        : null;

    private string Sentence
    {
        get
        {
            var band = Report!.Bands[^1];
            var next = Value!.FirstMonth!.Value.AddMonths(Value.History.Length);
            return Words.Headline(next, Report.Mean[0], band.Lower[0], band.Upper[0]);
        }
    }

    private string Obstacle(ForecastImpossible reason) => reason.Obstacle == ForecastObstacle.Suppressed
        ? Text[nameof(OverviewText.TrendSuppressed)]
        : Text[nameof(OverviewText.TrendTooShort), reason.NeededLength, reason.AvailableLength];

    protected override WithheldCases? Withheld => Value?.Withheld;

    protected override bool IsEmpty(MonthlyForecast value) =>
        value.History.IsEmpty && (value.Withheld is not null || value.Outcome is not ForecastImpossible { Obstacle: ForecastObstacle.Suppressed });

    protected override Task<MonthlyForecast> LoadAsync(CancellationToken cancellationToken)
    {
        _series = null;
        return Analysis.RunAsync(Context.ByMonth(), Context.Viewer, HorizonMonths, model: null, cancellationToken);
    }

    private ChartOptions Draw(TrendSeries series)
    {
        var forecastColour = ChartColours.Categorical(IsDark)[1];
        var bands = series.Bands.Select(band => new ChartSeries(
            Text[nameof(OverviewText.TrendInterval), Format.Number(band.LevelPercent)],
            band.Lower.Zip(band.Upper, (lower, upper) => new ChartValue(lower, upper)).ToArray()) { Colour = forecastColour });
        var actual = new ChartSeries(Text[nameof(OverviewText.TrendActual)], series.Actual.Select(ChartValue.FromNullable).ToArray());
        var mean = new ChartSeries(Text[nameof(OverviewText.TrendForecast)], series.Mean.Select(ChartValue.FromNullable).ToArray())
        {
            Colour = forecastColour,
            IsDashed = true,
        };
        return new ChartOptions
        {
            Kind = ChartKind.Line,
            Series = series.Bands.Count == 0 ? [actual] : [actual, mean, .. bands],
            Categories = series.Months.Select(Format.ShortMonth).ToArray(),
            CategoryTicks = 4,
            Minimum = 0,
            HeightPixels = 320,
        };
    }
}
