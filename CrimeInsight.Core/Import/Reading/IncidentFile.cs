namespace CrimeInsight.Core.Import.Reading;

/// <summary>A file of incidents, opened: its text, its columns as the mapping reads them, and its rows one after another.</summary>
public sealed class IncidentFile
{
    /// <param name="content">Read once, from its position to its end; stays open.</param>
    /// <param name="encoding">Name of the text encoding; null: the mapping's, else found from the bytes.</param>
    /// <exception cref="ImportRefusedException">Unusable as a whole.</exception>
    public IncidentFile(Stream content, ImportMapping mapping, string? encoding = null)
    {
        var text = TextSource.Open(content, encoding ?? mapping.Encoding);
        EncodingName = text.EncodingName;
        Rows = new CsvRecordReader(text);
        CountTables.Refuse(Rows);
        Delimiter = HeaderSniffer.Find(Rows, mapping.Delimiter, FileLayout.Wanted(mapping));
        Layout = FileLayout.Read(Rows, mapping, EncodingName);
    }

    public string EncodingName { get; }

    public char Delimiter { get; }

    public FileLayout Layout { get; }

    /// <summary>Stands behind the header.</summary>
    internal CsvRecordReader Rows { get; }
}
