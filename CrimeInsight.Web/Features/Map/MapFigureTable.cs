using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Web.Features.Map;

/// <summary>The figures of a map by area, and cases known for none of them.</summary>
internal static class MapFigureTable
{
    /// <summary>Key of the column of cases.</summary>
    public static string Cases { get; } = QueryTable.Column(Measure.Count).Key;

    private static readonly FigureColumn<AreaFigure> s_area = new(
        QueryTable.Column(Dimension.Jurisdiction) with { Name = TextKey.Of<MapText>(nameof(MapText.ColumnArea)) }, area => new PlaceFigure(area.Area.Code));

    private static readonly FigureColumn<AreaFigure> s_cases = new(
        QueryTable.Column(Measure.Count) with { Name = TextKey.Of<MapText>(nameof(MapText.ColumnCases)) },
        area => FigureValue.Withholdable(area.Cases, area.IsSuppressed, area.IsProtecting));

    private static readonly FigureColumn<AreaFigure> s_rate = new(
        QueryTable.Column(Measure.RatePerLakh) with
        {
            Name = TextKey.Of<MapText>(nameof(MapText.MeasureRate)),
            Decimals = value => MapTextFormat.RateDecimals(value),
        },
        area => FigureValue.Withholdable(area.RatePerLakh, area.IsSuppressed, area.IsProtecting));

    private static readonly FigureColumn<AreaFigure> s_scaled = s_rate with
    {
        Column = s_rate.Column with { Key = "rateScaled", Name = TextKey.Of<MapText>(nameof(MapText.MeasureScaled)), Definition = null },
    };

    private static readonly FigureColumn<AreaFigure> s_change = new(
        QueryTable.Column(Measure.ChangeLastYear) with { Name = TextKey.Of<MapText>(nameof(MapText.ColumnChange)) },
        area => area.IsSuppressed ? FigureValue.Withheld(area.IsProtecting) : FigureValue.Change(area.CasesLastYear, area.Cases));

    /// <param name="level">Of the areas.</param>
    /// <param name="isScaled">Rates are scaled to official figures.</param>
    public static FigureTable Of(MapReport report, JurisdictionLevel level, bool isScaled)
    {
        var rate = isScaled ? s_scaled : s_rate;
        ImmutableArray<FigureColumn<AreaFigure>> columns = report.Areas.Any(area => area.RatePerLakh is not null)
            ? [s_area, s_cases, rate, s_change]
            : [s_area, s_cases, s_change];
        var table = FigureTable.Of("areas", columns, report.Areas);
        return report.Rest is not { } rest ? table : table with { Rows = [.. table.Rows, RestOf(rest, level, columns.Length)] };
    }

    private static FigureRow RestOf(RestOfPlaces rest, JurisdictionLevel level, int columns) => new(
    [
        TextKey.Of<SharedText>(RestNames.KeyOf(level)),
        FigureValue.Withholdable(rest.Cases, rest.IsSuppressed, rest.IsProtecting),
        .. Enumerable.Repeat(FigureValue.Nothing, columns - 2),
    ]) { IsRest = true };
}
