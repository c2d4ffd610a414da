namespace CrimeInsight.Core.Import.Reading;

/// <summary>A file of incidents, opened: its text, its columns as the mapping reads them, and its rows one after another.</summary>
public sealed class IncidentFile : IDisposable
{
    private readonly Func<Stream>? _again;
    private readonly DataFileChoice? _choice;
    private readonly TextSource _text;
    private readonly Stream? _own;

    /// <param name="content">Read once, from its position to its end; stays open.</param>
    /// <param name="encoding">Name of the text encoding; null: the mapping's, else found from the bytes.</param>
    /// <param name="again">Opens the same bytes from their beginning; null: they can be read only once.</param>
    /// <param name="choice">Which part of an archive or workbook holds the data; null: the only one.</param>
    /// <exception cref="ImportRefusedException">Unusable as a whole.</exception>
    public IncidentFile(Stream content, ImportMapping mapping, string? encoding = null, Func<Stream>? again = null, DataFileChoice? choice = null)
    {
        (_again, _choice) = (again, choice);
        _text = TextSource.Open(content, encoding ?? mapping.Encoding, choice);
        try
        {
            EncodingName = _text.EncodingName;
            Rows = new CsvRecordReader(_text);
            CountTables.Refuse(Rows);
            Delimiter = HeaderSniffer.Find(Rows, _text.IsConverted ? "," : mapping.Delimiter, FileLayout.Wanted(mapping));
            Layout = FileLayout.Read(Rows, mapping, EncodingName);
        }
        catch
        {
            _text.Dispose();
            throw;
        }
    }

    // Behind the header of a file whose layout is known.
    private IncidentFile(Stream content, IncidentFile first)
    {
        _own = content;
        (EncodingName, Delimiter, Layout) = (first.EncodingName, first.Delimiter, first.Layout);
        _choice = first._choice;
        _text = TextSource.Open(content, EncodingName, _choice);
        Rows = new CsvRecordReader(_text) { Delimiter = Delimiter };
        while (Rows.Read() && Rows.Row < Layout.HeaderRow)
        {
        }

        Rows.ExpectedCells = Layout.ColumnCount;
    }

    public string EncodingName { get; }

    public char Delimiter { get; }

    public FileLayout Layout { get; }

    public bool CanReadAgain => _again is not null;

    /// <summary>Numbers of days are counted from 1904.</summary>
    internal bool CountsFrom1904 => _text.CountsFrom1904;

    /// <summary>Stands behind the header.</summary>
    internal CsvRecordReader Rows { get; }

    /// <summary>The same file from its beginning; this one stays where it is.</summary>
    /// <exception cref="InvalidOperationException">It can be read only once.</exception>
    public IncidentFile ReadAgain() => new(_again?.Invoke() ?? throw new InvalidOperationException("The file can be read only once."), this);

    public void Dispose()
    {
        _text.Dispose();
        _own?.Dispose();
    }
}
