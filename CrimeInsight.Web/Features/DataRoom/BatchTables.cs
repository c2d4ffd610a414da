using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Rows of a batch, as tables.</summary>
internal static class BatchTables
{
    public static FigureTable Rejects(IEnumerable<RejectedCell> rejects) => FigureTable.Of("batch-rejects", DataRoomTables.RejectColumns, rejects);

    public static FigureTable Duplicates(IEnumerable<DuplicateRow> duplicates) => FigureTable.Of(
        "batch-duplicates",
        [
            DataRoomTables.Column("row", FigureUnit.Number, nameof(DataRoomText.ColumnRow)).Of<DuplicateRow>(duplicate => duplicate.Row),
            DataRoomTables.Column("caseNumber", FigureUnit.Text, nameof(DataRoomText.FieldSourceReference))
                .Of<DuplicateRow>(duplicate => FigureValue.Text(duplicate.CaseNumber)),
            DataRoomTables.Column("twinBatch", FigureUnit.Number, nameof(DataRoomText.ColumnTwinBatch))
                .Of<DuplicateRow>(duplicate => duplicate.Twin.BatchNumber),
            DataRoomTables.Column("twinFile", FigureUnit.Text, nameof(DataRoomText.ColumnTwinFile))
                .Of<DuplicateRow>(duplicate => FigureValue.Text(duplicate.Twin.FileName)),
            DataRoomTables.Column("twinRow", FigureUnit.Number, nameof(DataRoomText.ColumnTwinRow)).Of<DuplicateRow>(duplicate => duplicate.Twin.Row),
        ],
        duplicates);

    /// <summary>Which rows contradict which cases, and in what; what the two say is for the screen of those who decide.</summary>
    public static FigureTable Conflicts(IEnumerable<ConflictRow> conflicts) => FigureTable.Of(
        "batch-conflicts",
        [
            DataRoomTables.Column("row", FigureUnit.Number, nameof(DataRoomText.ColumnRow)).Of<ConflictRow>(conflict => conflict.Row),
            DataRoomTables.Column("caseNumber", FigureUnit.Text, nameof(DataRoomText.FieldSourceReference))
                .Of<ConflictRow>(conflict => FigureValue.Text(conflict.New.CaseNumber)),
            DataRoomTables.Column("twinBatch", FigureUnit.Number, nameof(DataRoomText.ColumnTwinBatch)).Of<ConflictRow>(conflict => conflict.Known.BatchNumber),
            DataRoomTables.Column("twinRow", FigureUnit.Number, nameof(DataRoomText.ColumnTwinRow)).Of<ConflictRow>(conflict => conflict.Known.Row),
            DataRoomTables.Column("differs", FigureUnit.Text, nameof(DataRoomText.ColumnDiffers))
                .Of<ConflictRow>(conflict => new ListFigure([.. conflict.Differs.Select(FigureValue.Text)])),
            DataRoomTables.Column("decision", FigureUnit.Text, nameof(DataRoomText.ColumnDecision)).Of<ConflictRow>(
                conflict => conflict.Decision is { } decision ? TextKey.Of<DataRoomText>(WordOf(decision)) : FigureValue.Nothing),
        ],
        conflicts);

    public static string WordOf(ConflictDecision decision) => decision switch
    {
        ConflictDecision.Keep => nameof(DataRoomText.DecisionKeep),
        ConflictDecision.Update => nameof(DataRoomText.DecisionUpdate),
        _ => nameof(DataRoomText.DecisionSeparate),
    };
}
