using System.Globalization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>
/// Every place with its tests, and the finding it belongs to, as CSV: raw digits, and in every row what the file is about, so
/// that a file that has lost its page still says what it is.
/// </summary>
public sealed class HotspotCsv(IStringLocalizer<HotspotsText> text, IStringLocalizer<QueryText> shared, HotspotTextFormat words, HotspotPresenters presenters)
{
    private const string Digits = "0.######";

    public CsvDocument Write(HotspotPageState page, FindingsReport report)
    {
        var reference = page.Context.Reference;
        var csv = new CsvDocument();
        csv.Add(
        [
            text[nameof(HotspotsText.PlaceCode)], text[nameof(HotspotsText.Place)], text[nameof(HotspotsText.CasesColumn)],
            text[nameof(HotspotsText.RateColumn)], text[nameof(HotspotsText.ZColumn)],
            text[nameof(HotspotsText.PColumn)], text[nameof(HotspotsText.PCorrectedColumn)], text[nameof(HotspotsText.ClassBeforeColumn)],
            text[nameof(HotspotsText.ClassColumn)],
            text[nameof(HotspotsText.FindingColumn)], text[nameof(HotspotsText.ExpectedColumn)], text[nameof(HotspotsText.RiskColumn)],
            text[nameof(HotspotsText.FromColumn)], text[nameof(HotspotsText.UntilColumn)],
            text[nameof(HotspotsText.SinceColumn)], text[nameof(HotspotsText.SeenColumn)], text[nameof(HotspotsText.LooksColumn)],
            text[nameof(HotspotsText.MonthlyColumn)], text[nameof(HotspotsText.ComparedWith)],
            text[nameof(HotspotsText.HeadColumn)], text[nameof(HotspotsText.MethodChoice)], shared[nameof(QueryText.DataKind)],
            text[nameof(HotspotsText.UsedColumn)],
        ]);
        var (comparedWith, used) = (page.Method.ComparisonOf(report)?.Background is { } background ? words.Background(background)
            : "", string.Join(' ', page.Method.MadeWith(report, words)));
        var findings = report.Marks.IsEmpty ? []
            : report.Findings.SelectMany(finding => finding.Places.Select(place => (place.Code, finding)))
            .ToDictionary(pair => pair.Code, pair => pair.finding);
        // Of single cases there are findings, but no places that were tested.
        var marks = report.Marks.IsEmpty ? report.Findings.Select(one => new PlaceMark(one.Place, one.Cases, null, one.Class, one.Class, PCorrected: one.P))
            : report.Marks;
        foreach (var (mark, i) in marks.Select((mark, i) => (mark, i)))
        {
            var finding = report.Marks.IsEmpty ? report.Findings[i] : findings.GetValueOrDefault(mark.Place.Code);
            var history = finding is null ? null : page.Method.HistoryOf(finding);
            var period = finding?.Period ?? report.Period;
            csv.Add(
            [
                mark.Place.Code, reference.Place(mark.Place.Code), Raw(mark.Cases), Raw(mark.RatePerLakh), Raw(mark.Z), Raw(mark.P),
                Raw(mark.PCorrected ?? finding?.P), words.Class(mark.Before),
                words.Class(mark.After), finding?.Key
                    ?? "", Raw(finding?.Expected), Raw(finding?.RelativeRisk), Month.Of(period.From).ToString(), Month.Of(period.Until.AddMonths(-1))
                    .ToString(),
                history?.Course.Since is { } since ? Month.Of(since).ToString() : "", Raw(history?.Course.Seen), Raw(history?.Course.Windows), history is null
                    ? "" : string.Join(' ', history.Monthly.Select(cases => Raw(cases))),
                comparedWith,
                reference.Head(page.Context.Head.Code), text[page.Method.NameKey],
                shared[page.Context.Status.IsSynthetic ? nameof(QueryText.DataSynthetic) : nameof(QueryText.DataRegistered)], used,
            ]);
        }

        return csv;
    }

    /// <summary>Pairs of cases by distance and days.</summary>
    public CsvDocument NearRepeats(HotspotPageState page, NearRepeatFindings findings)
    {
        var csv = new CsvDocument();
        csv.Add(
        [
            text[nameof(HotspotsText.NearFromMetres)], text[nameof(HotspotsText.NearUntilMetres)], text[nameof(HotspotsText.NearFromDays)],
            text[nameof(HotspotsText.NearUntilDays)], text[nameof(HotspotsText.NearPairs)],
            text[nameof(HotspotsText.NearExpected)], text[nameof(HotspotsText.NearRatio)], text[nameof(HotspotsText.PColumn)],
            text[nameof(HotspotsText.PCorrectedColumn)], .. OriginColumns,
        ]);
        foreach (var (cell, isSame) in findings.Report!.SamePlaceCells.Select(cell => (cell, true)).Concat(findings.Report.Cells.Select(cell => (cell, false))))
        {
            csv.Add(
            [
                Raw(isSame ? 0 : cell.FromMetres), Raw(isSame ? 0 : cell.UntilMetres), Raw(cell.FromDays), Raw(cell.UntilDays), Raw(cell.Observed),
                Raw(cell.Expected), Raw(cell.Ratio), Raw(cell.P), Raw(cell.PAdjusted),
                .. Origin(page, findings),
            ]);
        }

        return csv;
    }

    /// <summary>The curve of concentration.</summary>
    public CsvDocument Concentration(HotspotPageState page, ConcentrationFindings findings)
    {
        var csv = new CsvDocument();
        csv.Add([text[nameof(HotspotsText.SharePlaces)], text[nameof(HotspotsText.ShareCases)], .. OriginColumns]);
        foreach (var place in ConcentrationPanel.Steps)
            csv.Add([Raw(100 * place), Raw(100 * findings.Report!.EventShareAt(place)), .. Origin(page, findings)]);
        return csv;
    }

    private IEnumerable<string> OriginColumns =>
        [text[nameof(HotspotsText.PlaceCode)], text[nameof(HotspotsText.HeadColumn)], shared[nameof(QueryText.DataKind)],
            text[nameof(HotspotsText.UsedColumn)]];

    private IEnumerable<string> Origin(HotspotPageState page, HotspotReport report) =>
    [
        page.Context.Place?.Code ?? "", page.Context.Reference.Head(page.Context.Head.Code),
        shared[page.Context.Status.IsSynthetic ? nameof(QueryText.DataSynthetic) : nameof(QueryText.DataRegistered)],
        string.Join(' ', presenters.Of(report).MadeWith(report, words)),
    ];

    private static string Raw(double? value) => value?.ToString(Digits, CultureInfo.InvariantCulture) ?? "";
}
