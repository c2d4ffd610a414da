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

    private static readonly FigureColumn s_month = Column("month", FigureUnit.Month, nameof(ForecastingText.Month)) with { IsShort = true };
    private static readonly FigureColumn s_forecast = Column("forecast", FigureUnit.Count, nameof(ForecastingText.Forecast));

    private static readonly FigureColumn s_mase =
        Measure("mase", FigureUnit.Number, nameof(ForecastingText.Mase), nameof(ForecastingText.MaseMeaning)).To(ScaleDecimals);

    private static readonly FigureColumn s_rmsse =
        Measure("rmsse", FigureUnit.Number, nameof(ForecastingText.Rmsse), nameof(ForecastingText.RmsseMeaning)).To(ScaleDecimals);

    private static readonly FigureColumn s_wape = Column("wape", FigureUnit.Percent, nameof(ForecastingText.Wape)) with { Use = FigureUse.File };

    private static readonly FigureColumn s_bias =
        Measure("bias", FigureUnit.Count, nameof(ForecastingText.Bias), nameof(ForecastingText.BiasMeaning)).To(1);

    private static readonly FigureColumn s_moved = Column("change95", FigureUnit.CountChange, nameof(ForecastingText.Change95)) with
    {
        Ends = FanTables.Ends(Wide),
        Form = Name(nameof(ForecastingText.EffectSpan)),
        Decimals = FewDecimals,
    };

    private static readonly FigureColumn s_chance = Column("chanceOfMore", FigureUnit.Probability, nameof(ForecastingText.ChanceOfMore)).To(2);

    /// <summary>Errors in cases.</summary>
    public static FigureColumn Rmse { get; } =
        Measure("rmse", FigureUnit.Count, nameof(ForecastingText.Rmse), nameof(ForecastingText.RmseMeaning)) with { Decimals = FewDecimals };

    public static FigureColumn Accuracy { get; } =
        Measure("accuracy", FigureUnit.Percent, nameof(ForecastingText.Accuracy), nameof(ForecastingText.AccuracyMeaning)).To(1);

    /// <summary>How each method did.</summary>
    public static FigureTable Record(ForecastReport report) => FigureTable.Of(
        "forecast-record",
        [
            Column(Method, FigureUnit.Code, nameof(ForecastingText.Method)).Of<MethodRecord>(method => MethodWords.Of(method.Method)),
            s_mase.Of<MethodRecord>(method => FigureValue.Number(method.Mase)),
            s_rmsse.Of<MethodRecord>(method => FigureValue.Number(method.Rmsse)),
            Rmse.Of<MethodRecord>(method => FigureValue.Number(method.RootMeanSquareError)),
            Accuracy.Of<MethodRecord>(method => FigureValue.Number(method.AccuracyPercent)),
            s_wape.Of<MethodRecord>(method => FigureValue.Number(100 * method.Wape)),
            s_bias.Of<MethodRecord>(method => FigureValue.Number(method.Bias)),
            .. report.Request.LevelsPercent.Select(level =>
                Coverage(level).Of<MethodRecord>(method => FigureValue.Number(LevelOf(method, level)?.CoveragePercent))),
            .. report.Request.LevelsPercent.Select(level => Msis(level).Of<MethodRecord>(method => FigureValue.Number(LevelOf(method, level)?.Msis))),
        ],
        report.TrackRecord.Methods);

    /// <summary>The parts of each month, oldest first.</summary>
    public static FigureTable Parts(DecompositionReport report) => FigureTable.Of(
        "forecast-parts",
        [
            s_month.Of<int>(i => Month.Of(report.Calendar.DayOf(i))),
            Column("registered", FigureUnit.Count, nameof(ForecastingText.Actual)).Of<int>(i => report.Values[i]),
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
        var effect = effects.IsFactor ? nameof(ForecastingText.EffectFactor) : nameof(ForecastingText.EffectAbsolute);
        return FigureTable.Of(
            "forecast-festivals",
            [
                Column("festival", FigureUnit.Code, nameof(ForecastingText.Festival))
                    .Of<FestivalFinding>(finding => FestivalNames.ValueOf(parts.Festivals, finding.Key)),
                Column("verdict", FigureUnit.Code, nameof(ForecastingText.FestivalVerdict))
                    .Of<FestivalFinding>(finding => EffectWords.ValueOf(finding.Verdict)),
                Column("effect", FigureUnit.Number, effect).Of<FestivalFinding>(finding => FigureValue.Number(finding.Estimate?.Effect)),
                (FanTables.Interval(Wide) with { Key = "effect95" }).Of<FestivalFinding>(IntervalOf),
            ],
            effects.Findings);
    }

    /// <summary>The months that change when a festival moves.</summary>
    /// <param name="next">The first month that is forecast.</param>
    public static FigureTable Moved(FestivalWhatIfReport result, DateOnly next) => FigureTable.Of(
        "forecast-moved",
        [
            s_month.Of<int>(step => Month.Of(next.AddMonths(step))),
            s_forecast.Of<int>(step => result.Planned[step]),
            Column("moved", FigureUnit.Count, nameof(ForecastingText.Moved)).Of<int>(step => result.Moved[step]),
            s_moved.Of<int>(step => new IntervalFigure(result.Lower95[step], result.Upper95[step])),
        ],
        Enumerable.Range(0, result.Planned.Length).Where(step => result.Lower95[step] != 0 || result.Upper95[step] != 0));

    /// <summary>What is expected in places, in the order given.</summary>
    public static FigureTable Places(ForecastRanking ranking, IEnumerable<ForecastRank> ranks) => FigureTable.Of(
        "forecast-places",
        [
            Column("place", FigureUnit.Place, nameof(ForecastingText.Place)).Of<ForecastRank>(rank => new PlaceFigure(rank.JurisdictionCode)),
            s_month.Of<ForecastRank>(_ => ranking.NextFrom is { } next ? Month.Of(next) : FigureValue.Nothing),
            s_forecast.Of<ForecastRank>(rank => Expected(rank, FigureValue.Number(rank.Expected))),
            FanTables.Interval(Usual).Of<ForecastRank>(rank => Expected(rank, IntervalOf(rank))),
            Column("yearBefore", FigureUnit.Count, nameof(ForecastingText.YearBefore)).Of<ForecastRank>(rank => FigureValue.Number(rank.LastYear)),
            Column("yearMean", FigureUnit.Count, nameof(ForecastingText.YearMean)).To(1).Of<ForecastRank>(rank => FigureValue.Number(rank.RecentMean)),
            s_chance.Of<ForecastRank>(rank => FigureValue.Number(rank.AgainstLastYear?.ProbabilityOfMore)),
        ],
        ranks);

    /// <summary>The method that made what the table holds.</summary>
    public static FigureFact Model(ForecastReport report) => new(Column("model", FigureUnit.Code, nameof(ForecastingText.Model)), MethodWords.Of(report.Model));

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => FanTables.Name(key, arguments);

    private static int FewDecimals(double value) => Math.Abs(value) < 10 ? 1 : 0;

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, Name(name));

    private static FigureColumn Measure(string key, FigureUnit unit, string name, string meaning) =>
        Column(key, unit, name) with { Definition = Name(meaning) };

    private static FigureColumn Coverage(double level) => new(
        FanTables.Key("coverage", level), FigureUnit.Percent, Name(nameof(ForecastingText.Coverage), level))
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

    private static FigureColumn<int> Part(string key, string name, ImmutableArray<double> values) =>
        Column(key, FigureUnit.Count, name).To(1).Of<int>(i => values[i]);

    private static FigureValue IntervalOf(FestivalFinding finding) =>
        finding.Estimate is { } estimate ? new IntervalFigure(estimate.Lower95, estimate.Upper95) : FigureValue.NotKnown;

    private static FigureValue IntervalOf(ForecastRank rank) =>
        rank is { Lower: { } lower, Upper: { } upper } ? new IntervalFigure(lower, upper) : FigureValue.NotKnown;

    private static FigureValue Expected(ForecastRank rank, FigureValue value) =>
        rank.Obstacle == ForecastObstacle.Suppressed ? FigureValue.Withheld(isProtecting: true) : value;
}
