using System.Collections.Immutable;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What was found in a file, as tables.</summary>
internal static class DataRoomTables
{
    /// <summary>What is told of a rejected row.</summary>
    public static ImmutableArray<FigureColumn<RejectedCell>> RejectColumns { get; } =
    [
        Column("row", FigureUnit.Number, nameof(DataRoomText.ColumnRow)).Of<RejectedCell>(cell => cell.Row),
        Column("column", FigureUnit.Text, nameof(DataRoomText.ColumnColumn)).Of<RejectedCell>(cell => FigureValue.Text(cell.Column)),
        Column("value", FigureUnit.Text, nameof(DataRoomText.ColumnValue)).Of<RejectedCell>(cell => FigureValue.Text(cell.Value)),
        Column("reason", FigureUnit.Code, nameof(DataRoomText.ColumnReason)).Of<RejectedCell>(
            cell => new CodeFigure(cell.Reason.ToString(), TextKey.Of<ImportText>(cell.Reason.ToString()))),
        Column("suggestion", FigureUnit.Text, nameof(DataRoomText.ColumnSuggestion)).Of<RejectedCell>(cell => FigureValue.Text(cell.Suggestion)),
    ];

    /// <summary>Why rows were rejected, most frequent first.</summary>
    public static FigureTable Reasons(ImportReport report) => FigureTable.Of(
        "import-reasons",
        [
            Column("reason", FigureUnit.Code, nameof(DataRoomText.ColumnReason)).Of<KeyValuePair<RejectReason, long>>(
                reason => new CodeFigure(reason.Key.ToString(), TextKey.Of<ImportText>(reason.Key.ToString()))),
            Column("rows", FigureUnit.Count, nameof(DataRoomText.ColumnRows)).Of<KeyValuePair<RejectReason, long>>(reason => reason.Value),
        ],
        report.Reasons);

    /// <summary>The first rejected rows.</summary>
    public static FigureTable Examples(ImportReport report) => FigureTable.Of("import-examples", RejectColumns, report.Examples);

    /// <summary>Names that were taken for others.</summary>
    public static FigureTable Corrections(ImportReport report) => FigureTable.Of(
        "import-corrections",
        [
            Column("written", FigureUnit.Text, nameof(DataRoomText.ColumnWritten)).Of<NameCorrection>(correction => FigureValue.Text(correction.Written)),
            Column("column", FigureUnit.Text, nameof(DataRoomText.ColumnColumn)).Of<NameCorrection>(correction => FigureValue.Text(correction.Column)),
            Column("taken", FigureUnit.Text, nameof(DataRoomText.ColumnTaken)).Of<NameCorrection>(correction => FigureValue.Text(correction.Code)),
            Column("rows", FigureUnit.Count, nameof(DataRoomText.ColumnRows)).Of<NameCorrection>(correction => correction.Rows),
        ],
        report.Corrections);

    /// <summary>What is to be looked at, though rows were accepted.</summary>
    public static FigureTable Warnings(ImportReport report) => FigureTable.Of(
        "import-warnings",
        [
            Column("warning", FigureUnit.Code, nameof(DataRoomText.ColumnWarning)).Of<WarningCount>(
                warning => new CodeFigure(warning.Warning.ToString(), TextKey.Of<ImportText>($"Warning{warning.Warning}"))),
            Column("column", FigureUnit.Text, nameof(DataRoomText.ColumnColumn)).Of<WarningCount>(warning => FigureValue.Text(warning.Column)),
            Column("rows", FigureUnit.Count, nameof(DataRoomText.ColumnRows)).Of<WarningCount>(
                warning => warning.Rows == 0 ? FigureValue.Nothing : warning.Rows),
        ],
        report.Warnings);

    public static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, TextKey.Of<DataRoomText>(name));
}
