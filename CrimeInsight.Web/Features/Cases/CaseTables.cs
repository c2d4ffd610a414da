using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Lists of cases as tables.</summary>
internal static class CaseTables
{
    public const string Head = "head";
    public const string Place = "place";
    public const string Status = "status";

    /// <summary>A page of cases, newest first.</summary>
    public static FigureTable List(CasePage page, ReferenceData reference) => FigureTable.Of<CaseSummary>(
        "case-list",
        [
            new(new FigureColumn("number", FigureUnit.Text, Name(nameof(CasesText.Reference))) { Use = FigureUse.File }, item => FigureValue.Text(item.Number)),
            new(new FigureColumn(Head, FigureUnit.Head, Name(nameof(CasesText.ColumnHead))), item => reference.Heads.Find(item.HeadId) is { } head ? new HeadFigure(head.Code) : FigureValue.NotKnown),
            new(new FigureColumn("when", FigureUnit.Text, Name(nameof(CasesText.ColumnWhen))), item => WhenOf(item.When)),
            new(new FigureColumn("reportedOn", FigureUnit.Day, Name(nameof(CasesText.Reported))) { Use = FigureUse.File }, item => item.ReportedOn),
            new(new FigureColumn(Place, FigureUnit.Place, Name(nameof(CasesText.ColumnPlace))), item => reference.Jurisdictions.AtOrdinal(item.Ordinal) is { } place ? new PlaceFigure(place.Code) : FigureValue.NotKnown),
            new(new FigureColumn("largerArea", FigureUnit.Text, Name(nameof(CasesText.ColumnLargerArea))) { Use = FigureUse.File }, item => AroundOf(reference, item)),
            new(new FigureColumn(Status, FigureUnit.Code, Name(nameof(CasesText.ColumnStatus))), item => StatusOf(item.Status)),
        ],
        page.Cases);

    /// <summary>A day, a moment, or a range of either.</summary>
    public static FigureValue WhenOf(CaseTime when)
    {
        var from = Moment(when.Date, when.Time);
        if (when.UntilDate is not { } until || (until, when.UntilTime) == (when.Date, when.Time))
            return from;
        return until == when.Date && when is { Time: { } first, UntilTime: { } last }
            ? Name(nameof(CasesText.WhenWithinDay), until, Clock(first), Clock(last))
            : Name(nameof(CasesText.WhenRange), from, Moment(until, when.UntilTime));
    }

    private static CodeFigure StatusOf(LegalStatus status) => new CodeFigure(JsonNamingPolicy.CamelCase.ConvertName(status.ToString()), CaseWords.Of(status));

    private static ListFigure AroundOf(ReferenceData reference, CaseSummary item) => new([.. CaseTextFormat.PlacesAt(reference, item.Ordinal).Skip(1).Select(place => new PlaceFigure(place.Code))]);

    private static FigureValue Moment(DateOnly date, TimeOnly? time) => time is { } clock ? Name(nameof(CasesText.WhenMoment), date, Clock(clock)) : date;

    private static FigureValue Clock(TimeOnly time) => FigureValue.Text(time.ToString("HH:mm", CultureInfo.InvariantCulture));

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => TextKey.Of<CasesText>(key, arguments);
}
