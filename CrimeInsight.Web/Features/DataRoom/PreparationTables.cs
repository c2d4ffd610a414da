using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What was made of the values of a file, as tables.</summary>
internal static class PreparationTables
{
    private static readonly FigureColumn s_column = DataRoomTables.Column("column", FigureUnit.Text, nameof(DataRoomText.ColumnColumn));
    private static readonly FigureColumn s_before = DataRoomTables.Column("before", FigureUnit.Text, nameof(DataRoomText.ColumnBefore));
    private static readonly FigureColumn s_after = DataRoomTables.Column("after", FigureUnit.Text, nameof(DataRoomText.ColumnAfter));
    private static readonly FigureColumn s_rows = DataRoomTables.Column("rows", FigureUnit.Count, nameof(DataRoomText.ColumnRows));

    /// <summary>Values that a step changed, the most frequent first.</summary>
    public static FigureTable Samples(PreparedStep step) => FigureTable.Of(
        "prepared-values",
        [
            s_before.Of<PreparedValue>(value => TextOf(value.Before)),
            s_after.Of<PreparedValue>(value => TextOf(value.After)),
            s_column.Of<PreparedValue>(value => FigureValue.Text(step.Step == PreparationStep.Imputation ? DataRoomWords.Field(value.Column) : value.Column)),
            s_rows.Of<PreparedValue>(value => value.Rows),
        ],
        step.Samples);

    /// <summary>Rows that a step changed.</summary>
    public static FigureTable Rows(IEnumerable<PreparedRow> rows) => FigureTable.Of(
        "prepared-rows",
        [
            DataRoomTables.Column("row", FigureUnit.Number, nameof(DataRoomText.ColumnRow)).Of<PreparedRow>(row => row.Row),
            s_column.Of<PreparedRow>(row => FigureValue.Text(row.Column)),
            s_before.Of<PreparedRow>(row => TextOf(row.Before)),
            s_after.Of<PreparedRow>(row => TextOf(row.After)),
        ],
        rows);

    /// <summary>Values without a meaning, the most frequent first.</summary>
    public static FigureTable Unmapped(PreparationReport report) => FigureTable.Of(
        "unmapped-values",
        [
            s_before.Of<PreparedValue>(value => TextOf(value.Before)),
            s_column.Of<PreparedValue>(value => FigureValue.Text(value.Column)),
            s_rows.Of<PreparedValue>(value => value.Rows),
        ],
        report.Unmapped);

    /// <summary>How exactly places are known.</summary>
    public static FigureTable Places(PreparationReport report) =>
        Counts("place-precision", nameof(DataRoomText.ColumnPrecision), report.Places, PreparationWords.NameOf);

    /// <summary>Coordinates that were taken and are odd.</summary>
    public static FigureTable Doubts(PreparationReport report) =>
        Counts("place-doubts", nameof(DataRoomText.ColumnDoubt), report.Doubts, PreparationWords.NameOf);

    /// <summary>What is not known, and stays so.</summary>
    public static FigureTable Open(PreparationReport report) => Counts("open-values", nameof(DataRoomText.ColumnOpen), report.Open, PreparationWords.NameOf);

    private static FigureTable Counts<T>(string view, string heading, IEnumerable<RowCount<T>> counts, Func<T, string> nameOf)
        where T : struct, Enum => FigureTable.Of(
        view,
        [
            DataRoomTables.Column("kind", FigureUnit.Code, heading).Of<RowCount<T>>(
                count => new CodeFigure(count.Kind.ToString(), TextKey.Of<DataRoomText>(nameOf(count.Kind)))),
            s_rows.Of<RowCount<T>>(count => count.Rows),
        ],
        counts);

    private static FigureValue TextOf(string? text) => string.IsNullOrEmpty(text) ? FigureValue.Nothing : FigureValue.Text(text);
}
