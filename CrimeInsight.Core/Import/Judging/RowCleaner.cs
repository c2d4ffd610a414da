using System.Text;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Takes out of a row what nobody sees, and out of a mended row of rejects what made it safe for a spreadsheet.</summary>
internal static class RowCleaner
{
    /// <summary>True for few rows: plain ones are ASCII.</summary>
    public static bool IsNeeded(in RawRow record, bool isOfRejects) =>
        record.Fault == CsvFault.None && (isOfRejects || (!Ascii.IsValid(record.Text) && PlainText.HasUnseen(record.Text)));

    /// <summary>The row as it is to be read, in memory of its own.</summary>
    public static RawRow Clean(in RawRow record, bool isOfRejects)
    {
        var text = new char[record.Text.Length];
        var cells = new RawCell[record.CellCount];
        var length = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = record[i];
            if (isOfRejects && cell is ['\'', var first, ..] && SpreadsheetText.IsRun(first))
                cell = cell[1..];
            var written = PlainText.Visible(cell, text.AsSpan(length));
            cells[i] = new RawCell(length, written, false);
            length += written;
        }

        return new RawRow(record.Row, record.Line, text.AsSpan(0, length), cells);
    }
}
