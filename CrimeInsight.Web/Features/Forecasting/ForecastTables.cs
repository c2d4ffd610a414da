using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The tables of the page beside those of fans.</summary>
internal static class ForecastTables
{
    /// <summary>Key of the column of methods.</summary>
    public const string Method = "method";

    private const double Usual = 80;
    private const double Wide = 95;
    private const int ScaleDecimals = 2;

    private static readonly FigureColumn s_month = new("month", FigureUnit.Month, Name(nameof(ForecastingText.Month))) { IsShort = true };
    private static readonly FigureColumn s_forecast = new("forecast", FigureUnit.Count, Name(nameof(ForecastingText.Forecast)));

    /// <summary>How each method did.</summary>
    public static FigureTable Record(ForecastReport report) => FigureTable.Of<MethodRecord>(
        "forecast-record",
        [
            new(new FigureColumn(Method, FigureUnit.Code, Name(nameof(ForecastingText.Method))), method => MethodWords.Of(method.Method)),
            new(Measure("mase", nameof(ForecastingText.Mase), nameof(ForecastingText.MaseMeaning)).To(ScaleDecimals), method => FigureValue.Number(method.Mase)),
            new(Measure("rmsse", nameof(ForecastingText.Rmsse), nameof(ForecastingText.RmsseMeaning)).To(ScaleDecimals), method => FigureValue.Number(method.Rmsse)),
            new(Measure("rmse", nameof(ForecastingText.Rmse), nameof(ForecastingText.RmseMeaning), FigureUnit.Count) with { Decimals = FewDecimals }, method => FigureValue.Number(method.RootMeanSquareError)),
            new(Measure("accuracy", nameof(ForecastingText.Accuracy), nameof(ForecastingText.AccuracyMeaning), FigureUnit.Percent).To(1), method => FigureValue.Number(method.AccuracyPercent)),
            new(new FigureColumn("wape", FigureUnit.Percent, Name(nameof(ForecastingText.Wape))) { Use = FigureUse.File }, method => FigureValue.Number(100 * method.Wape)),
            new(Measure("bias", nameof(ForecastingText.Bias), nameof(ForecastingText.BiasMeaning), FigureUnit.Count).To(1), method => FigureValue.Number(method.Bias)),
            .. report.Request.LevelsPercent.Select(level => new FigureColumn<MethodRecord>(Coverage(level), method => FigureValue.Number(LevelOf(method, level)?.CoveragePercent))),
            .. report.Request.LevelsPercent.Select(level => new FigureColumn<MethodRecord>(Msis(level), method => FigureValue.Number(LevelOf(method, level)?.Msis))),
        ],
        report.TrackRecord.Methods);

    /// <summary>The parts of each month, oldest first.</summary>
    public static FigureTable Parts(DecompositionReport report) => FigureTable.Of<int>(
        "forecast-parts",
        [
            new(s_month, i => Month.Of(report.Calendar.DayOf(i))),
            new(new FigureColumn("registered", FigureUnit.Count, Name(nameof(ForecastingText.Actual))), i => report.Values[i]),
            Part("trend", nameof(ForecastingText.PartTrend), report.Trend),
            Part("season", nameof(ForecastingText.PartSeason), report.Season),
            Part("festivals", nameof(ForecastingText.PartFestivals), report.Festivals),
            Part("shifts", nameof(ForecastingText.PartShifts), report.Shifts),
            Part("remainder", nameof(ForecastingText.PartRemainder), report.Remainder),
        ],
        Enumerable.Range(0, report.Values.Length));

    /// <summary>What each festival does.</summary>
    public static FigureTable Festivals(SeriesParts parts)
    {
        var effects = parts.Effects!;
        return FigureTable.Of<FestivalFinding>(
            "forecast-festivals",
            [
                new(new FigureColumn("festival", FigureUnit.Code, Name(nameof(ForecastingText.Festival))), finding => FestivalNames.ValueOf(parts.Festivals, finding.Key)),
                new(new FigureColumn("verdict", FigureUnit.Code, Name(nameof(ForecastingText.FestivalVerdict))), finding => EffectWords.ValueOf(finding.Verdict)),
                new(new FigureColumn("effect", FigureUnit.Number, Name(effects.IsFactor ? nameof(ForecastingText.EffectFactor) : nameof(ForecastingText.EffectAbsolute))), finding => FigureValue.Number(finding.Estimate?.Effect)),
                new(FanTables.Interval(Wide) with { Key = "effect95" }, finding => finding.Estimate is { } estimate ? new IntervalFigure(estimate.Lower95, estimate.Upper95) : FigureValue.NotKnown),
            ],
            effects.Findings);
    }

    /// <summary>The months that change when a festival moves.</summary>
    /// <param name="next">The first month that is forecast.</param>
    public static FigureTable Moved(FestivalWhatIfReport result, DateOnly next) => FigureTable.Of<int>(
        "forecast-moved",
        [
            new(s_month, step => Month.Of(next.AddMonths(step))),
            new(s_forecast, step => result.Planned[step]),
            new(new FigureColumn("moved", FigureUnit.Count, Name(nameof(ForecastingText.Moved))), step => result.Moved[step]),
            new(
                new FigureColumn("change95", FigureUnit.CountChange, Name(nameof(ForecastingText.Change95))) { Ends = FanTables.Ends(Wide), Form = Name(nameof(ForecastingText.EffectSpan)), Decimals = FewDecimals },
                step => new IntervalFigure(result.Lower95[step], result.Upper95[step])),
        ],
        Enumerable.Range(0, result.Planned.Length).Where(step => result.Lower95[step] != 0 || result.Upper95[step] != 0));

    /// <summary>What is expected in places, in the order given.</summary>
    public static FigureTable Places(ForecastRanking ranking, IEnumerable<ForecastRank> ranks) => FigureTable.Of<ForecastRank>(
        "forecast-places",
        [
            new(new FigureColumn("place", FigureUnit.Place, Name(nameof(ForecastingText.Place))), rank => new PlaceFigure(rank.JurisdictionCode)),
            new(s_month, _ => ranking.NextFrom is { } next ? Month.Of(next) : FigureValue.Nothing),
            new(s_forecast, rank => Expected(rank, FigureValue.Number(rank.Expected))),
            new(FanTables.Interval(Usual), rank => Expected(rank, rank is { Lower: { } lower, Upper: { } upper } ? new IntervalFigure(lower, upper) : FigureValue.NotKnown)),
            new(new FigureColumn("yearBefore", FigureUnit.Count, Name(nameof(ForecastingText.YearBefore))), rank => FigureValue.Number(rank.LastYear)),
            new(new FigureColumn("yearMean", FigureUnit.Count, Name(nameof(ForecastingText.YearMean))).To(1), rank => FigureValue.Number(rank.RecentMean)),
            new(new FigureColumn("chanceOfMore", FigureUnit.Probability, Name(nameof(ForecastingText.ChanceOfMore))).To(2), rank => FigureValue.Number(rank.AgainstLastYear?.ProbabilityOfMore)),
        ],
        ranks);

    /// <summary>The method that made what the table holds.</summary>
    public static FigureFact Model(ForecastReport report) => new(new FigureColumn("model", FigureUnit.Code, Name(nameof(ForecastingText.Model))), MethodWords.Of(report.Model));

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => FanTables.Name(key, arguments);

    private static int FewDecimals(double value) => Math.Abs(value) < 10 ? 1 : 0;

    private static FigureColumn Measure(string key, string name, string meaning, FigureUnit unit = FigureUnit.Number) => new(key, unit, Name(name)) { Definition = Name(meaning) };

    private static FigureColumn Coverage(double level) => new(FanTables.Key("coverage", level), FigureUnit.Percent, Name(nameof(ForecastingText.Coverage), level))
    {
        Definition = Name(nameof(ForecastingText.CoverageMeaning), level),
        Use = level is Usual or Wide ? FigureUse.Everywhere : FigureUse.File,
    };

    private static FigureColumn Msis(double level) => new FigureColumn(FanTables.Key("msis", level), FigureUnit.Number, Name(nameof(ForecastingText.Msis)))
    {
        Definition = level == Wide ? Name(nameof(ForecastingText.MsisMeaning)) : null,
        FileName = Name(nameof(ForecastingText.MsisAt), level),
        Use = level == Wide ? FigureUse.Everywhere : FigureUse.File,
    }.To(ScaleDecimals);

    private static LevelRecord? LevelOf(MethodRecord method, double level) => method.Levels.FirstOrDefault(one => one.LevelPercent == level);

    private static FigureColumn<int> Part(string key, string name, ImmutableArray<double> values) => new(new FigureColumn(key, FigureUnit.Count, Name(name)).To(1), i => values[i]);

    private static FigureValue Expected(ForecastRank rank, FigureValue value) => rank.Obstacle == ForecastObstacle.Suppressed ? FigureValue.Withheld(isProtecting: true) : value;
}
