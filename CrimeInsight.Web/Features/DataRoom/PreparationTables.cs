using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What was made of the values of a file, as tables.</summary>
internal static class PreparationTables
{
    private static readonly FigureColumn<PreparedValue> s_column =
        DataRoomTables.Column("column", FigureUnit.Text, nameof(DataRoomText.ColumnColumn)).Of<PreparedValue>(value => FigureValue.Text(value.Column));

    private static readonly FigureColumn<PreparedValue> s_before =
        DataRoomTables.Column("before", FigureUnit.Text, nameof(DataRoomText.ColumnBefore)).Of<PreparedValue>(value => FigureValue.Text(value.Before));

    private static readonly FigureColumn<PreparedValue> s_rows =
        DataRoomTables.Column("rows", FigureUnit.Count, nameof(DataRoomText.ColumnRows)).Of<PreparedValue>(value => value.Rows);

    /// <summary>Values that a step changed, the most frequent first.</summary>
    public static FigureTable Samples(PreparedStep step) => FigureTable.Of(
        "prepared-values",
        [
            s_before,
            DataRoomTables.Column("after", FigureUnit.Text, nameof(DataRoomText.ColumnAfter)).Of<PreparedValue>(
                value => value.After.Length == 0 ? FigureValue.Nothing : FigureValue.Text(value.After)),
            s_column,
            s_rows,
        ],
        step.Samples);

    /// <summary>Values without a meaning, the most frequent first.</summary>
    public static FigureTable Unmapped(PreparationReport report) => FigureTable.Of("unmapped-values", [s_before, s_column, s_rows], report.Unmapped);

    /// <summary>How exactly places are known.</summary>
    public static FigureTable Places(PreparationReport report) => FigureTable.Of(
        "place-precision",
        [
            DataRoomTables.Column("precision", FigureUnit.Code, nameof(DataRoomText.ColumnPrecision)).Of<PlaceShare>(
                share => new CodeFigure(share.Precision.ToString(), TextKey.Of<DataRoomText>(PreparationWords.NameOf(share.Precision)))),
            DataRoomTables.Column("rows", FigureUnit.Count, nameof(DataRoomText.ColumnRows)).Of<PlaceShare>(share => share.Rows),
        ],
        report.Places);
}
