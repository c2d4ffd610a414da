using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The figures of fans: what was registered, what was forecast, and its intervals.</summary>
internal static class FanTables
{
    /// <summary>Levels on screen, the widest: what phones have room for.</summary>
    private const int ShownLevels = 2;

    private static readonly FigureColumn s_week = new("week", FigureUnit.Day, Name(nameof(ForecastingText.Week)));
    private static readonly FigureColumn s_month = new("month", FigureUnit.Month, Name(nameof(ForecastingText.Month))) { IsShort = true };
    private static readonly FigureColumn s_registered = new("registered", FigureUnit.Count, Name(nameof(ForecastingText.Actual)));
    private static readonly FigureColumn s_forecast = new("forecast", FigureUnit.Count, Name(nameof(ForecastingText.Forecast)));

    /// <summary>The registered months or weeks and those to come, oldest first.</summary>
    public static FigureTable Of(FanSeries series) => FigureTable.Of(
        series.Step == SeriesStep.Week ? "forecast-weeks" : "forecast",
        Columns(series),
        Enumerable.Range(0, series.Length).Select(index => new FanStep(series, index)));

    /// <summary>What was said at earlier months, and what came.</summary>
    public static FigureTable Replay(ImmutableArray<ReplayFrame> frames)
    {
        var saidFor = new FigureColumn("saidFor", FigureUnit.Month, Name(nameof(ForecastingText.SaidFor))) { IsShort = true };
        return FigureTable.Of(
            "forecast-replay",
            frames.IsEmpty ? [] : [saidFor.Of<FanStep>(step => Month.Of(step.Series.FirstForecast)), .. Columns(frames[0].Series)],
            frames.SelectMany(frame => Enumerable.Range(frame.Series.Known.Length, frame.Series.Mean.Length)
                .Select(index => new FanStep(frame.Series, index))));
    }

    /// <summary>A column of intervals of one level.</summary>
    public static FigureColumn Interval(double levelPercent) => new(
        Key("interval", levelPercent), FigureUnit.Count, Name(nameof(ForecastingText.Interval), levelPercent))
    {
        Ends = Ends(levelPercent),
        Form = Name(nameof(ForecastingText.Range)),
    };

    /// <summary>Heads of the ends of intervals of a level.</summary>
    public static (TextKey Lower, TextKey Upper) Ends(double levelPercent) =>
        (Name(nameof(ForecastingText.LowerEnd), levelPercent), Name(nameof(ForecastingText.UpperEnd), levelPercent));

    /// <summary>Key of a column that there is for each level.</summary>
    public static string Key(string name, double levelPercent) => FormattableString.Invariant($"{name}{levelPercent}");

    public static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => TextKey.Of<ForecastingText>(key, arguments);

    // Where nothing is forecast there is nothing to say of it.
    private static ImmutableArray<FigureColumn<FanStep>> Columns(FanSeries series) =>
    [
        series.Step == SeriesStep.Week
            ? s_week.Of<FanStep>(step => step.Series.MonthAt(step.Index))
            : s_month.Of<FanStep>(step => Month.Of(step.Series.MonthAt(step.Index))),
        s_registered.Of<FanStep>(step => FigureValue.NumberOrNothing(step.Series.ActualAt(step.Index))),
        .. series.Mean.IsEmpty ? [] : Forecast(series.Bands),
    ];

    private static IEnumerable<FigureColumn<FanStep>> Forecast(ImmutableArray<ForecastBand> bands) =>
    [
        s_forecast.Of<FanStep>(step => FigureValue.NumberOrNothing(step.Series.MeanAt(step.Index))),
        .. bands.Select((band, i) =>
            (Interval(band.LevelPercent) with { Use = i < bands.Length - ShownLevels ? FigureUse.File : FigureUse.Everywhere })
                .Of<FanStep>(step => IntervalAt(step, i))),
    ];

    private static FigureValue IntervalAt(FanStep step, int band) => step.Series.StepOf(step.Index) is { } at
        ? new IntervalFigure(step.Series.Bands[band].Lower[at], step.Series.Bands[band].Upper[at])
        : FigureValue.Nothing;

    private readonly record struct FanStep(FanSeries Series, int Index);
}
