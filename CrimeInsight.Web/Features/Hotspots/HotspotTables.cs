using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Spatial.Knox;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Pairs of cases and concentration as tables.</summary>
internal static class HotspotTables
{
    private static readonly FigureColumn s_placesShare = Column("places", FigureUnit.Percent, nameof(HotspotsText.SharePlaces));
    private static readonly FigureColumn s_casesShare = Column("cases", FigureUnit.Percent, nameof(HotspotsText.ShareCases));

    /// <summary>Pairs of cases by distance and days, those at the same place first.</summary>
    public static FigureTable NearRepeats(NearRepeatTable report) => FigureTable.Of(
        "near-repeats",
        [
            Column("fromMetres", FigureUnit.Metres, nameof(HotspotsText.NearFromMetres)).Of<Pairs>(pairs => pairs.IsSamePlace ? 0 : pairs.Cell.FromMetres),
            Column("untilMetres", FigureUnit.Metres, nameof(HotspotsText.NearUntilMetres)).Of<Pairs>(pairs => pairs.IsSamePlace ? 0 : pairs.Cell.UntilMetres),
            Column("fromDays", FigureUnit.Days, nameof(HotspotsText.NearFromDays)).Of<Pairs>(pairs => pairs.Cell.FromDays),
            Column("untilDays", FigureUnit.Days, nameof(HotspotsText.NearUntilDays)).Of<Pairs>(pairs => pairs.Cell.UntilDays),
            Column("pairs", FigureUnit.Count, nameof(HotspotsText.NearPairs)).Of<Pairs>(pairs => pairs.Cell.Observed),
            Column("expected", FigureUnit.Count, nameof(HotspotsText.NearExpected)).To(1).Of<Pairs>(pairs => pairs.Cell.Expected),
            Column("ratio", FigureUnit.Number, nameof(HotspotsText.NearRatio)).To(1).Of<Pairs>(pairs => FigureValue.Number(pairs.Cell.Ratio)),
            Column("p", FigureUnit.Probability, nameof(HotspotsText.PColumn)).To(3).Of<Pairs>(pairs => pairs.Cell.P),
            Column("pCorrected", FigureUnit.Probability, nameof(HotspotsText.PCorrectedColumn)).To(3).Of<Pairs>(pairs => pairs.Cell.PAdjusted),
        ],
        report.SamePlaceCells.Select(cell => new Pairs(cell, true)).Concat(report.Cells.Select(cell => new Pairs(cell, false))));

    /// <summary>The same ratios turned: a row for each distance, a column for each number of days. A row's subject are its cells.</summary>
    public static FigureTable NearGrid(NearRepeatTable report) => FigureTable.Of(
        "near-grid",
        [
            Column("distance", FigureUnit.Text, nameof(HotspotsText.NearDistance)).Of<Band>(band => band.Name),
            .. report.SamePlaceCells.Select((cell, i) => Days(i, cell.UntilDays).Of<Band>(band => FigureValue.Number(band.Cells[i].Ratio))),
        ],
        report.Cells.GroupBy(cell => (cell.FromMetres, cell.UntilMetres))
            .Select(group => new Band(Name(nameof(HotspotsText.NearBand), group.Key.FromMetres, group.Key.UntilMetres), [.. group]))
            .Prepend(new Band(Name(nameof(HotspotsText.NearSamePlace)), report.SamePlaceCells)));

    /// <summary>The cell of a grid behind one of its figures; null for the distance.</summary>
    public static KnoxCell? CellOf(FigureRow row, FigureColumn column) =>
        row.Subject is Band band && Enumerable.Range(0, band.Cells.Length).FirstOrDefault(i => DaysKey(i) == column.Key, -1) is >= 0 and var at
            ? band.Cells[at]
            : null;

    /// <summary>How much of the cases the places with most have.</summary>
    /// <param name="shares">Of the places, 0 … 1.</param>
    public static FigureTable Concentration(ConcentrationFindings findings, IEnumerable<double> shares) => FigureTable.Of(
        "concentration",
        [s_placesShare.Of<double>(share => 100 * share), s_casesShare.Of<double>(share => FigureValue.Number(100 * findings.Report!.EventShareAt(share)))],
        shares);

    /// <summary>What a report was made with, in sentences.</summary>
    public static FigureFact Used(IEnumerable<string> sentences) =>
        new(Column("used", FigureUnit.Text, nameof(HotspotsText.UsedColumn)), FigureValue.Text(string.Join(' ', sentences)));

    private static FigureColumn Days(int index, double untilDays) => new FigureColumn(
        DaysKey(index), FigureUnit.Number, Name(nameof(HotspotsText.NearUntilDay), untilDays)) { Form = Name(nameof(HotspotsText.NearTimes)) }.To(1);

    private static string DaysKey(int index) => FormattableString.Invariant($"days{index}");

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, Name(name));

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => TextKey.Of<HotspotsText>(key, arguments);

    private readonly record struct Pairs(KnoxCell Cell, bool IsSamePlace);

    private sealed record Band(TextKey Name, ImmutableArray<KnoxCell> Cells);
}
