using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>The tables behind the panels: the columns of the query that answered, by the names that fit a panel.</summary>
internal static class OverviewTables
{
    // Where the queries of the page have their measures.
    private const int Count = 0;
    private const int Second = 1;
    private const int LastYear = 3;

    private static readonly FigureColumn s_place = Named(QueryTable.Column(Dimension.Jurisdiction), nameof(OverviewText.ColumnPlace));
    private static readonly FigureColumn s_head = Named(QueryTable.Column(Dimension.Head), nameof(OverviewText.ColumnHead));
    private static readonly FigureColumn s_hour = Named(QueryTable.Column(Dimension.Hour), nameof(OverviewText.ColumnHour)) with { IsShort = true };
    private static readonly FigureColumn s_month = Named(QueryTable.Column(Dimension.Month), nameof(OverviewText.ColumnMonth));
    private static readonly FigureColumn s_cases = Named(QueryTable.Column(Measure.Count), nameof(OverviewText.ColumnCases));
    private static readonly FigureColumn s_registered = Named(QueryTable.Column(Measure.Count), nameof(OverviewText.TrendActual));
    private static readonly FigureColumn s_rate = Named(QueryTable.Column(Measure.RatePerLakh), nameof(OverviewText.ColumnRate));
    private static readonly FigureColumn s_share = Named(QueryTable.Column(Measure.Share), nameof(OverviewText.ColumnShare));
    private static readonly FigureColumn s_change = Named(QueryTable.Column(Measure.ChangeLastYear), nameof(OverviewText.ColumnChange));

    private static readonly FigureColumn s_coverage = new FigureColumn("coverage", FigureUnit.Percent, Name(nameof(OverviewText.ColumnCoverage)))
    {
        Definition = Name(nameof(OverviewText.ColumnCoverageMeaning)),
    }.To(1);

    private static readonly FigureColumn s_scaled = new FigureColumn("rateScaled", FigureUnit.RatePerLakh, Name(nameof(OverviewText.ColumnScaled)))
    {
        Definition = Name(nameof(OverviewText.ColumnScaledMeaning)),
    }.To(1);

    private static readonly FigureColumn s_scaledInterval = new FigureColumn(
        "rateScaledInterval", FigureUnit.RatePerLakh, Name(nameof(OverviewText.ColumnScaledInterval)))
    {
        Form = Name(nameof(OverviewText.IntervalForm)),
        Ends = (Name(nameof(OverviewText.ColumnScaledLower)), Name(nameof(OverviewText.ColumnScaledUpper))),
    }.To(1);

    /// <summary>Places, and cases known for none of them.</summary>
    /// <param name="ranked">The rows in their order.</param>
    /// <param name="hasLastYear">There is a year before to compare with.</param>
    /// <param name="isScaled">Rates are scaled to official figures, with their intervals.</param>
    public static FigureTable Places(PlaceFigures figures, IEnumerable<QueryRow> ranked, bool hasLastYear, bool isScaled)
    {
        ImmutableArray<FigureColumn<QueryRow>> columns =
        [
            s_place.Of<QueryRow>(row => new PlaceFigure(row.Keys[0].Code)),
            s_cases.Of<QueryRow>(CasesOf),
            .. isScaled ? ScaledOf(figures) : [s_rate.Of<QueryRow>(RateOf)],
            .. figures.Coverage.Count == 0 ? [] : ImmutableArray.Create(s_coverage.Of<QueryRow>(row => CoverageOf(figures, row))),
            ChangeOf(hasLastYear),
        ];
        var table = FigureTable.Of("places", columns, ranked);
        return figures.Rest is { } rest
            ? table with { Rows = [.. table.Rows, RestOf(rest, RestNames.KeyOf(figures.Parts.Query.JurisdictionLevel), columns.Length)] }
            : table;
    }

    private static IEnumerable<FigureColumn<QueryRow>> ScaledOf(PlaceFigures figures) =>
    [
        s_scaled.Of<QueryRow>(row => row.IsSuppressed ? FigureValue.Withheld(row.IsProtecting) : FigureValue.Number(figures.Scaled(row)?.Value)),
        s_scaledInterval.Of<QueryRow>(row => figures.Scaled(row) is { } rate ? new IntervalFigure(rate.Lower, rate.Upper) : FigureValue.Nothing),
    ];

    private static FigureValue CoverageOf(PlaceFigures figures, QueryRow row) =>
        FigureValue.Number(100 * figures.Coverage.GetValueOrDefault(row.Keys[0].Code)?.Share);

    /// <summary>Heads.</summary>
    /// <param name="total">Cases of all together; null when withheld.</param>
    /// <param name="hasLastYear">There is a year before to compare with.</param>
    public static FigureTable Heads(QueryResult heads, double? total, bool hasLastYear) => FigureTable.Of(
        "heads",
        [
            s_head.Of<QueryRow>(row => new HeadFigure(row.Keys[0].Code)),
            s_cases.Of<QueryRow>(CasesOf),
            s_share.Of<QueryRow>(row => FigureValue.Share(Proportion.Of(row.Values[Second], total))),
            ChangeOf(hasLastYear),
        ],
        heads.Rows);

    /// <summary>A row for each hour, a column for each weekday.</summary>
    public static FigureTable Hours(HourGrid grid) => FigureTable.Of(
        "hours",
        [
            s_hour.Of<int>(hour => new HourFigure(hour)),
            .. Enumerable.Range(1, 7).Select(weekday => new FigureColumn($"weekday{weekday}", FigureUnit.Count, new WeekdayFigure(weekday))
                .Of<int>(hour => FigureValue.Withholdable(grid[weekday, hour], grid[weekday, hour] is null, grid.IsProtecting(weekday, hour)))),
        ],
        Enumerable.Range(0, 24));

    /// <summary>Months registered and to come.</summary>
    public static FigureTable Months(TrendSeries series) => FigureTable.Of(
        "months",
        [
            s_month.Of<int>(i => Month.Of(series.Months[i])),
            s_registered.Of<int>(i => IsToCome(series, i) ? FigureValue.Nothing : FigureValue.Number(series.Actual[i])),
            Forecast(series, "forecast", nameof(OverviewText.TrendForecast), i => series.Mean[i]),
            Forecast(series, "low", nameof(OverviewText.ColumnLow), i => series.Bands[^1].Lower[i]),
            Forecast(series, "high", nameof(OverviewText.ColumnHigh), i => series.Bands[^1].Upper[i]),
        ],
        Enumerable.Range(0, series.Months.Count));

    private static FigureColumn Named(FigureColumn column, string name) => column with { Name = Name(name) };

    private static TextKey Name(string key) => TextKey.Of<OverviewText>(key);

    private static FigureValue CasesOf(QueryRow row) => FigureValue.Withholdable(row.Values[Count], row.IsSuppressed, row.IsProtecting);

    private static FigureValue RateOf(QueryRow row) => FigureValue.Withholdable(row.Values[Second], row.IsSuppressed, row.IsProtecting);

    private static FigureColumn<QueryRow> ChangeOf(bool hasLastYear) =>
        s_change.Of<QueryRow>(row => hasLastYear ? FigureValue.Change(row.Values[LastYear], row.Values[Count]) : FigureValue.NotKnown);

    private static FigureRow RestOf(RestOfPlaces rest, string nameKey, int columns) => new(
    [
        TextKey.Of<SharedText>(nameKey),
        FigureValue.Withholdable(rest.Cases, rest.IsSuppressed, rest.IsProtecting),
        .. Enumerable.Repeat(FigureValue.Nothing, columns - 2),
    ]) { IsRest = true };

    private static bool IsToCome(TrendSeries series, int index) => index >= series.HistoryCount;

    private static FigureColumn<int> Forecast(TrendSeries series, string key, string name, Func<int, double?> valueAt) =>
        new FigureColumn(key, FigureUnit.Count, Name(name)).Of<int>(i => IsToCome(series, i) ? FigureValue.Number(valueAt(i)) : FigureValue.Nothing);
}
