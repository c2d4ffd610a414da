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
    public const string Reported = "reportedOn";
    public const string Status = "status";
    public const string When = "when";

    private static readonly FigureColumn s_number = Column("number", FigureUnit.Text, nameof(CasesText.Reference)) with { Use = FigureUse.File };
    private static readonly FigureColumn s_reported = Column(Reported, FigureUnit.Day, nameof(CasesText.Reported));
    private static readonly FigureColumn s_largerArea = Column("largerArea", FigureUnit.Text, nameof(CasesText.ColumnLargerArea)) with { Use = FigureUse.File };

    /// <summary>A page of cases, newest first.</summary>
    /// <param name="features">Of each case, as columns of their own; null: none.</param>
    public static FigureTable List(CasePage page, ReferenceData reference, IReadOnlyDictionary<long, CaseFeatures>? features = null) => FigureTable.Of(
        "case-list",
        [
            s_number.Of<CaseSummary>(item => FigureValue.Text(item.Number)),
            Column(Head, FigureUnit.Head, nameof(CasesText.ColumnHead)).Of<CaseSummary>(item => HeadOf(reference, item)),
            Column(When, FigureUnit.Text, nameof(CasesText.ColumnWhen)).Of<CaseSummary>(item => WhenOf(item.When)),
            (s_reported with { Use = page.CountedBy == DateBasis.Registered ? FigureUse.Everywhere : FigureUse.File }).Of<CaseSummary>(item => item.ReportedOn),
            Column(Place, FigureUnit.Place, nameof(CasesText.ColumnPlace)).Of<CaseSummary>(item => PlaceOf(reference, item)),
            s_largerArea.Of<CaseSummary>(item => AroundOf(reference, item)),
            Column(Status, FigureUnit.Code, nameof(CasesText.ColumnStatus)).Of<CaseSummary>(item => StatusOf(item.Status)),
            .. features is null ? [] : CaseFeatureColumns.Of(features),
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

    private static FigureValue HeadOf(ReferenceData reference, CaseSummary item) =>
        reference.Heads.Find(item.HeadId) is { } head ? new HeadFigure(head.Code) : FigureValue.NotKnown;

    private static FigureValue PlaceOf(ReferenceData reference, CaseSummary item) =>
        reference.Jurisdictions.AtOrdinal(item.Ordinal) is { } place ? new PlaceFigure(place.Code) : FigureValue.NotKnown;

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, Name(name));

    private static ListFigure AroundOf(ReferenceData reference, CaseSummary item) =>
        new([.. CaseTextFormat.PlacesAt(reference, item.Ordinal).Skip(1).Select(place => new PlaceFigure(place.Code))]);

    private static FigureValue Moment(DateOnly date, TimeOnly? time) => time is { } clock ? Name(nameof(CasesText.WhenMoment), date, Clock(clock)) : date;

    private static FigureValue Clock(TimeOnly time) => FigureValue.Text(time.ToString("HH:mm", CultureInfo.InvariantCulture));

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => TextKey.Of<CasesText>(key, arguments);
}
