using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What a check tells beside its report, as tables.</summary>
internal static class ForesightTables
{
    private static readonly FigureColumn s_head = DataRoomTables.Column("head", FigureUnit.Head, nameof(DataRoomText.FieldHeadCode));
    private static readonly FigureColumn s_before = DataRoomTables.Column("before", FigureUnit.Count, nameof(DataRoomText.ColumnBefore));
    private static readonly FigureColumn s_after = DataRoomTables.Column("after", FigureUnit.Count, nameof(DataRoomText.ColumnAfter));

    /// <summary>Values of rows, with what is known, why they are listed, and what to do.</summary>
    public static FigureTable Rows(IEnumerable<OutcomeRow> rows, ReferenceData reference) => FigureTable.Of(
        "check-rows",
        [
            DataRoomTables.Column("row", FigureUnit.Number, nameof(DataRoomText.ColumnRow)).Of<OutcomeRow>(row => row.Row),
            DataRoomTables.Column("column", FigureUnit.Text, nameof(DataRoomText.ColumnColumn))
                .Of<OutcomeRow>(row => FigureValue.Text(DataRoomWords.Field(row.Column))),
            DataRoomTables.Column("value", FigureUnit.Text, nameof(DataRoomText.ColumnValue)).Of<OutcomeRow>(row => Value(row, row.Value, reference)),
            DataRoomTables.Column("stored", FigureUnit.Text, nameof(DataRoomText.ColumnStored)).Of<OutcomeRow>(row => Value(row, row.Stored, reference)),
            DataRoomTables.Column("reason", FigureUnit.Code, nameof(DataRoomText.ColumnReason)).Of<OutcomeRow>(
                row => new CodeFigure(row.Reason, Reason(row.Reason))),
            DataRoomTables.Column("fix", FigureUnit.Text, nameof(DataRoomText.ColumnSuggestion)).Of<OutcomeRow>(row => Fix(row, reference)),
            DataRoomTables.Column("twinBatch", FigureUnit.Number, nameof(DataRoomText.ColumnTwinBatch))
                .Of<OutcomeRow>(row => FigureValue.NumberOrNothing(row.TwinBatch)),
            DataRoomTables.Column("twinRow", FigureUnit.Number, nameof(DataRoomText.ColumnTwinRow))
                .Of<OutcomeRow>(row => FigureValue.NumberOrNothing(row.TwinRow)),
        ],
        rows);

    /// <summary>Heads of a place in a month, before and after.</summary>
    public static FigureTable Heads(IEnumerable<ForeseenChange> changes) => FigureTable.Of(
        "check-heads",
        [
            s_head.Of<ForeseenChange>(Head),
            s_before.Of<ForeseenChange>(change => (double)change.Before),
            s_after.Of<ForeseenChange>(change => (double)change.After),
        ],
        changes);

    /// <summary>Months by places, in all and by head, before and after.</summary>
    public static FigureTable Changes(IEnumerable<ForeseenChange> changes) => FigureTable.Of(
        "check-changes",
        [
            DataRoomTables.Column("month", FigureUnit.Month, nameof(DataRoomText.ColumnMonth)).Of<ForeseenChange>(change => change.Month),
            DataRoomTables.Column("place", FigureUnit.Place, nameof(DataRoomText.ColumnPlace)).Of<ForeseenChange>(change => new PlaceFigure(change.Place)),
            s_head.Of<ForeseenChange>(Head),
            s_before.Of<ForeseenChange>(change => (double)change.Before),
            s_after.Of<ForeseenChange>(change => (double)change.After),
        ],
        changes);

    private static FigureValue Head(ForeseenChange change) => change.Head switch
    {
        null => new HeadFigure("all"),
        ForeseenChange.Others => TextKey.Of<DataRoomText>(nameof(DataRoomText.ProtectedHeads)),
        var code => new HeadFigure(code),
    };

    // Of rows that could not be read, or were read as something else, what the file says is shown as it stands.
    private static FigureValue Value(OutcomeRow row, string? value, ReferenceData reference) => value is null ? FigureValue.Nothing : row.Column switch
    {
        _ when row.Kind is OutcomeKind.Rejected or OutcomeKind.Repaired => FigureValue.Text(value),
        "jurisdiction_code" when reference.Jurisdictions.Find(value) is not null => new PlaceFigure(value),
        "head_code" when reference.Heads.Find(value) is not null => new HeadFigure(value),
        "status" when Enum.TryParse<LegalStatus>(value, out var status) => CaseWords.Of(status),
        "victim_gender" or "offender_gender" when Enum.TryParse<Gender>(value, out var gender) => CaseWords.Of(gender),
        "victim_age" or "offender_age" when Enum.TryParse<AgeBand>(value, out var band) => CaseWords.Of(band),
        _ => FigureValue.Text(value),
    };

    private static FigureValue Fix(OutcomeRow row, ReferenceData reference) => row.Kind switch
    {
        OutcomeKind.Conflict => TextKey.Of<DataRoomText>(row.Reason == OutcomeRow.ReasonNames.NotAskedToUpdate
            ? nameof(DataRoomText.FixUpdate) : nameof(DataRoomText.FixDecide)),
        _ when row.Fix is { } code && reference.Jurisdictions.Find(code) is not null => new PlaceFigure(code),
        _ when row.Fix is { } code && reference.Heads.Find(code) is not null => new HeadFigure(code),
        _ => FigureValue.Text(row.Fix),
    };

    private static TextKey Reason(string name) => name switch
    {
        OutcomeRow.ReasonNames.Corrected => TextKey.Of<DataRoomText>(nameof(DataRoomText.ReasonCorrected)),
        OutcomeRow.ReasonNames.EqualsKnown => TextKey.Of<DataRoomText>(nameof(DataRoomText.ReasonEqualsKnown)),
        OutcomeRow.ReasonNames.EqualsEarlier => TextKey.Of<DataRoomText>(nameof(DataRoomText.ReasonEqualsEarlier)),
        OutcomeRow.ReasonNames.Changes => TextKey.Of<DataRoomText>(nameof(DataRoomText.ReasonChanges)),
        OutcomeRow.ReasonNames.Contradicts => TextKey.Of<DataRoomText>(nameof(DataRoomText.ReasonContradicts)),
        OutcomeRow.ReasonNames.NotAskedToUpdate => TextKey.Of<DataRoomText>(nameof(DataRoomText.ReasonNotAskedToUpdate)),
        _ when Enum.TryParse<RejectReason>(name, out _) => TextKey.Of<ImportText>(name),
        _ => TextKey.Of<ImportText>($"Warning{name}"),
    };
}
