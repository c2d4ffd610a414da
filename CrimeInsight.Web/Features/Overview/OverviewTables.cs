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

    private static readonly FigureColumn s_cases = QueryTable.Column(Measure.Count) with { Name = Name(nameof(OverviewText.ColumnCases)) };
    private static readonly FigureColumn s_change = QueryTable.Column(Measure.ChangeLastYear) with { Name = Name(nameof(OverviewText.ColumnChange)) };

    /// <summary>Places, and cases known for none of them.</summary>
    /// <param name="ranked">The rows in their order.</param>
    /// <param name="hasLastYear">There is a year before to compare with.</param>
    public static FigureTable Places(PlaceFigures figures, IEnumerable<QueryRow> ranked, bool hasLastYear)
    {
        var table = FigureTable.Of<QueryRow>(
            "places",
            [
                new(QueryTable.Column(Dimension.Jurisdiction) with { Name = Name(nameof(OverviewText.ColumnPlace)) }, row => new PlaceFigure(row.Keys[0])),
                new(s_cases, CasesOf),
                new(QueryTable.Column(Measure.RatePerLakh) with { Name = Name(nameof(OverviewText.ColumnRate)) }, row => FigureValue.Withholdable(row.Values[Second], row.IsSuppressed, row.IsProtecting)),
                new(s_change, row => ChangeOf(row, hasLastYear)),
            ],
            ranked);
        return figures.Rest is not { } rest ? table : table with { Rows = [.. table.Rows, RestOf(rest, RestNames.KeyOf(figures.Parts.Query.JurisdictionLevel))] };
    }

    /// <summary>Heads.</summary>
    /// <param name="total">Cases of all together; null when withheld.</param>
    /// <param name="hasLastYear">There is a year before to compare with.</param>
    public static FigureTable Heads(QueryResult heads, double? total, bool hasLastYear) => FigureTable.Of<QueryRow>(
        "heads",
        [
            new(QueryTable.Column(Dimension.Head) with { Name = Name(nameof(OverviewText.ColumnHead)) }, row => new HeadFigure(row.Keys[0])),
            new(s_cases, CasesOf),
            new(QueryTable.Column(Measure.Share) with { Name = Name(nameof(OverviewText.ColumnShare)) }, row => FigureValue.Share(Proportion.Of(row.Values[Second], total))),
            new(s_change, row => ChangeOf(row, hasLastYear)),
        ],
        heads.Rows);

    /// <summary>A row for each hour, a column for each weekday.</summary>
    public static FigureTable Hours(HourGrid grid) => FigureTable.Of(
        "hours",
        [
            new FigureColumn<int>(QueryTable.Column(Dimension.Hour) with { Name = Name(nameof(OverviewText.ColumnHour)), IsShort = true }, hour => new HourFigure(hour)),
            .. Enumerable.Range(1, 7).Select(weekday => new FigureColumn<int>(
                new FigureColumn($"weekday{weekday}", FigureUnit.Count, new WeekdayFigure(weekday)),
                hour => FigureValue.Withholdable(grid[weekday, hour], grid[weekday, hour] is null, grid.IsProtecting(weekday, hour)))),
        ],
        Enumerable.Range(0, 24));

    /// <summary>Months registered and to come.</summary>
    public static FigureTable Months(TrendSeries series) => FigureTable.Of<int>(
        "months",
        [
            new(QueryTable.Column(Dimension.Month) with { Name = Name(nameof(OverviewText.ColumnMonth)) }, i => Month.Of(series.Months[i])),
            new(QueryTable.Column(Measure.Count) with { Name = Name(nameof(OverviewText.TrendActual)) }, i => IsToCome(series, i) ? FigureValue.Nothing : FigureValue.Number(series.Actual[i])),
            new(new FigureColumn("forecast", FigureUnit.Count, Name(nameof(OverviewText.TrendForecast))), i => ToCome(series, i, series.Mean[i])),
            new(new FigureColumn("low", FigureUnit.Count, Name(nameof(OverviewText.ColumnLow))), i => ToCome(series, i, IsToCome(series, i) ? series.Bands[^1].Lower[i] : null)),
            new(new FigureColumn("high", FigureUnit.Count, Name(nameof(OverviewText.ColumnHigh))), i => ToCome(series, i, IsToCome(series, i) ? series.Bands[^1].Upper[i] : null)),
        ],
        Enumerable.Range(0, series.Months.Count));

    private static TextKey Name(string key) => TextKey.Of<OverviewText>(key);

    private static FigureValue CasesOf(QueryRow row) => FigureValue.Withholdable(row.Values[Count], row.IsSuppressed, row.IsProtecting);

    private static FigureValue ChangeOf(QueryRow row, bool hasLastYear) => hasLastYear ? FigureValue.Change(row.Values[LastYear], row.Values[Count]) : FigureValue.NotKnown;

    private static FigureRow RestOf(RestOfPlaces rest, string nameKey) => new(
        [TextKey.Of<SharedText>(nameKey), FigureValue.Withholdable(rest.Cases, rest.IsSuppressed, rest.IsProtecting), FigureValue.Nothing, FigureValue.Nothing]) { IsRest = true };

    private static bool IsToCome(TrendSeries series, int index) => index >= series.HistoryCount;

    private static FigureValue ToCome(TrendSeries series, int index, double? value) => IsToCome(series, index) ? FigureValue.Number(value) : FigureValue.Nothing;
}
