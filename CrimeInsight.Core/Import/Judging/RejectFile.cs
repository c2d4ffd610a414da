using System.Globalization;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Writes rejected rows whole, with the columns of their source and the reasons behind them: mended, the file is imported as its
/// source was. A spreadsheet opens it without running anything in it.
/// </summary>
public sealed class RejectFile
{
    private const string Between = "; ";

    private readonly TextWriter _writer;
    private readonly char _delimiter;
    private readonly int[] _columns;
    private readonly int _headerCells;

    /// <param name="file">The source.</param>
    public RejectFile(TextWriter writer, IncidentFile file)
    {
        (_writer, _delimiter) = (writer, file.Delimiter);
        var header = file.Layout.Header;
        _headerCells = header.Length;
        _columns = [.. Enumerable.Range(0, header.Length).Where(index => !RejectColumns.All.Contains(header[index]))];
        Write([.. _columns.Select(index => header[index]), .. RejectColumns.All]);
    }

    /// <param name="row">Rejected.</param>
    public void Write(in JudgedRow row)
    {
        var first = row.Rejects[0];
        var source = row.Source ?? [];
        List<string> cells = [.. _columns.Select(index => index < source.Count ? source[index] : "")];
        // What is beyond the header stays to be seen, in the last column.
        if (source.Count > _headerCells && _columns.Length > 0)
            cells[^1] = string.Join(_delimiter, [cells[^1], .. source.Skip(_headerCells)]);
        cells.Add(row.Row.ToString(CultureInfo.InvariantCulture));
        cells.Add(first.Line.ToString(CultureInfo.InvariantCulture));
        cells.Add(string.Join(Between, row.Rejects.Select(reject => reject.Column)));
        cells.Add(string.Join(Between, row.Rejects.Select(reject => reject.Reason.ToString())));
        cells.Add(string.Join(Between, row.Rejects.Select(reject => reject.Suggestion).OfType<string>()));
        Write(cells);
    }

    private void Write(List<string> cells) => _writer.WriteLine(string.Join(_delimiter, cells.Select(cell => SpreadsheetText.Cell(cell, _delimiter))));
}
