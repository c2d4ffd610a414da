using System.Collections.Frozen;
using System.Globalization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>
/// A separated file read by the names of its columns, in any order and any case; others are left alone. The first thing wrong
/// ends it, with file, row, column, value and remedy. Rows are counted from 1 after the header; blank ones count and are passed over.
/// </summary>
public sealed class CsvTable
{
    private readonly CsvRecordReader _rows;
    private readonly string[] _header;
    private readonly long _headerRow;
    private readonly string? _name;
    private readonly string _wanted;

    /// <param name="name">What messages call the file; null when there can be only one.</param>
    /// <param name="wanted">Its columns, as messages name them.</param>
    /// <exception cref="OperatorException">It is empty, or its first row is not one.</exception>
    public CsvTable(TextReader text, string? name, string wanted)
    {
        (_name, _wanted) = (name, wanted);
        _rows = new CsvRecordReader(text);
        if (!HeaderSniffer.TrySet(_rows, FrozenSet<string>.Empty) || !_rows.Read())
            throw Refused($"is empty; its first row must name {wanted}.");
        if (_rows.Fault != CsvFault.None)
            throw Refused("has a first row that is not valid CSV; look for a quote that is not closed.");
        (_header, _headerRow) = (_rows.Cells(), _rows.Row);
        _rows.ExpectedCells = _header.Length;
    }

    /// <summary>Number of the current row.</summary>
    public int Row => (int)(_rows.Row - _headerRow);

    /// <summary>Opens a file and closes it once it is read.</summary>
    /// <param name="otherwise">What to say, before the reason, when it cannot be opened; null: that it cannot be read.</param>
    /// <exception cref="OperatorException">It cannot be opened or read.</exception>
    public static T Read<T>(string path, Func<TextReader, T> read, string? otherwise = null)
    {
        try
        {
            using var reader = new StreamReader(path);
            return read(reader);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{otherwise ?? $"The file '{path}' cannot be read"}: {failure.Message}", failure);
        }
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Null when there is no such column.</summary>
    /// <exception cref="OperatorException">There are two.</exception>
    public CsvColumn? Find(string name)
    {
        var first = Array.FindIndex(_header, cell => cell.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (first < 0)
            return null;
        return Array.FindLastIndex(_header, cell => cell.Equals(name, StringComparison.OrdinalIgnoreCase)) == first
            ? new CsvColumn(name, first)
            : throw Refused($"has two columns '{name}'; keep one of them.");
    }

    /// <exception cref="OperatorException">There is none, or there are two.</exception>
    public CsvColumn Column(string name) => Find(name) ?? throw Refused($"has no column '{name}'; its first row must name {_wanted}.");

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="OperatorException">A quote is not closed.</exception>
    public bool Read()
    {
        if (!_rows.Read())
            return false;
        return _rows.Fault == CsvFault.None
            ? true
            : throw new OperatorException($"{Place} is not valid CSV; look for a quote that is not closed.");
    }

    /// <summary>A cell without surrounding blanks, valid until the next row; empty when the row ends before it.</summary>
    public ReadOnlySpan<char> Span(CsvColumn column) => _rows.Current is var row && column.Index < row.CellCount ? row[column.Index] : default;

    /// <inheritdoc cref="Span"/>
    public string Text(CsvColumn column) => Span(column).ToString();

    /// <summary>A finite number with a decimal point, if the cell holds one.</summary>
    public bool TryNumber(CsvColumn column, out double value) =>
        double.TryParse(Span(column), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>A finite number with a decimal point.</summary>
    /// <param name="why">What follows the value in the message, with its comma or semicolon, and says the remedy.</param>
    /// <param name="fits">What else it must be; null: nothing.</param>
    /// <exception cref="OperatorException">It is none.</exception>
    public double Number(CsvColumn column, string why, Predicate<double>? fits = null) =>
        TryNumber(column, out var value) && fits?.Invoke(value) != false ? value : throw RefusedCell(column, why);

    /// <summary>The file as a whole is not what is needed.</summary>
    /// <param name="what">Follows the file's name.</param>
    public OperatorException Refused(string what) => new($"{(_name is null ? "The file" : $"'{_name}'")} {what}");

    /// <summary>The current row is not what is needed.</summary>
    public OperatorException RefusedRow(string what) => new($"{Place}: {what}");

    /// <summary>A cell of the current row is not what is needed.</summary>
    /// <param name="why">Follows the value, with its comma or semicolon, and says the remedy.</param>
    public OperatorException RefusedCell(CsvColumn column, string why) => RefusedRow($"{column.Name} is '{Span(column)}'{why}.");

    private string Place => _name is null ? $"Row {Row}" : $"'{_name}', row {Row}";
}
