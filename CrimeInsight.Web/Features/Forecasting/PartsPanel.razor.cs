using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Charts;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What the cases are made of: trend, season, festivals, shifts and the rest, each with whether it is more than chance.</summary>
public sealed partial class PartsPanel : ScopedPanel<SeriesParts>
{
    private const int HeightPixels = 150;
    private const int AxisLabels = 2;
    private const int AxisSteps = 2;

    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required EffectWords Words { get; init; }

    [Inject] public required DecompositionAnalysis Analysis { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    [Parameter, EditorRequired] public required MonthlyForecast Forecast { get; set; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    protected override object? Choices => Forecast;

    protected override bool IsHeavy => true;

    private DecompositionReport Report => (DecompositionReport)Value!.Outcome;

    private IEnumerable<Part> Parts =>
    [
        new(Text[nameof(ForecastingText.PartTrend)], TrendSentence, Draw(nameof(ForecastingText.PartTrend), Report.Trend, ChartKind.Line, 0)),
        new(Text[nameof(ForecastingText.PartSeason)], Words.Season(Report), Report.SeasonFinding.IsPresent
            ? Draw(nameof(ForecastingText.PartSeason), Report.Season, ChartKind.Bar, 1) : null),
        new(Text[nameof(ForecastingText.PartFestivals)], FestivalSentence, IsAny(Report.Festivals)
            ? Draw(nameof(ForecastingText.PartFestivals), Report.Festivals, ChartKind.Bar, 2) : null),
        new(Text[nameof(ForecastingText.PartShifts)], ShiftSentence, IsAny(Report.Shifts)
            ? Draw(nameof(ForecastingText.PartShifts), Report.Shifts, ChartKind.Bar, 3) : null),
        new(Text[nameof(ForecastingText.PartRemainder)], RemainderSentence, Draw(nameof(ForecastingText.PartRemainder), Report.Remainder, ChartKind.Bar, 6)),
    ];

    private string FestivalSentence
    {
        get
        {
            var effects = Value!.Effects!;
            var present = effects.Findings.Where(finding => finding.Verdict == EffectVerdict.Present).ToList();
            var tested = effects.Findings.Count(finding => finding.Estimate is not null);
            return present.Count == 0
                ? Text[nameof(ForecastingText.FestivalsNone), Format.Number(tested)]
                : Text[effects.IsByDay ? nameof(ForecastingText.FestivalsFoundByDay)
                    : nameof(ForecastingText.FestivalsFound),
                    string.Join(Text[nameof(ForecastingText.ListSeparator)],
                        present.Select(
                            finding => Text[nameof(ForecastingText.FestivalFound), NameOf(finding.Key),
                                Words.Effect(finding.Estimate!, effects.IsFactor)].Value))];
        }
    }

    /// <summary>How the level moved, with the jumps nobody announced.</summary>
    private string TrendSentence =>
        string.Join(' ', Report.ShiftFindings.Where(shift => shift.IsFound).Select(shift => Words.Shift(shift, Report.IsMultiplicative))
            .Prepend(Words.Trend(Report.TrendFinding)));

    private string ShiftSentence => Report.ShiftFindings.Any(IsKnown)
        ? string.Join(' ', Report.ShiftFindings.Where(IsKnown).Select(shift => Words.Shift(shift, Report.IsMultiplicative)))
        : Text[nameof(ForecastingText.ShiftsNone)];

    private string RemainderSentence => Report.UnusualSteps.IsEmpty
        ? Text[nameof(ForecastingText.RemainderPlain), Format.Number(Report.NoiseDeviation, 1)]
        : Text[nameof(ForecastingText.RemainderUnusual), Format.Number(Report.NoiseDeviation, 1),
            string.Join(Text[nameof(ForecastingText.ListSeparator)], Report.UnusualSteps.Select(step => Format.ShortMonth(Report.Calendar.DayOf(step.Index))))];

    protected override bool IsEmpty(SeriesParts value) => value.Outcome is not DecompositionReport;

    protected override Task<SeriesParts> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.RunAsync(Context.ByMonth(), Context.Viewer, Forecast, Page.StateCode, cancellationToken);

    private static bool IsKnown(ShiftFinding shift) => shift is { IsFound: false, StepsAfter: > 0 };

    private static bool IsAny(ImmutableArray<double> values) => values.Any(value => value != 0);

    private string NameOf(string key) => FestivalNames.Of(Value!.Festivals, key);

    private ChartOptions Draw(string name, ImmutableArray<double> values, ChartKind kind, int colour) => new()
    {
        Kind = kind,
        Series = [new ChartSeries(Text[name], [.. values.Select(value => new ChartValue(value))]) { Colour = ChartColours.Categorical(IsDark)[colour] }],
        Categories = [.. Enumerable.Range(0, values.Length).Select(index => Format.ShortMonth(Report.Calendar.DayOf(index)))],
        CategoryTicks = AxisLabels,
        Numbers = ChartNumbers.Rate,
        HeightPixels = HeightPixels,
        Minimum = kind == ChartKind.Bar ? -EndOf(values) : 0,
        Maximum = EndOf(values),
        ValueTicks = AxisSteps,
    };

    /// <summary>Effects go both ways, with nothing in the middle.</summary>
    private static double EndOf(ImmutableArray<double> values) => ChartAxis.End(values.Max(Math.Abs), AxisSteps);

    private sealed record Part(string Name, string Sentence, ChartOptions? Chart);
}
