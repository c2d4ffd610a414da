namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// Any file of data as text of rows: what a file is is found from its first bytes, never from its name. Text passes as it is; workbooks,
/// Parquet, JSON and archives of these become comma-separated UTF-8 with a byte-order mark, row by row, while it is read.
/// </summary>
internal sealed class DataStream : ForwardStream
{
    private const int HeadBytes = 64 * 1024;

    private readonly Stream _inner;
    private readonly IDisposable? _beneath;

    private DataStream(Stream inner, bool isConverted, IDisposable? beneath)
    {
        (_inner, _beneath) = (inner, beneath);
        IsConverted = isConverted;
    }

    /// <summary>Written by us: separated by commas, whatever a mapping says of the file.</summary>
    public bool IsConverted { get; }

    /// <summary>Known at the end: only a glance was wanted, and what was read is not all.</summary>
    public bool IsPart => _inner is RowPipe { IsPart: true };

    /// <summary>Known with the first row: numbers of days are counted from 1904.</summary>
    public bool CountsFrom1904 => _inner is RowPipe { CountsFrom1904: true };

    /// <summary>Whether a file passes as it is.</summary>
    /// <param name="content">Seekable; stays where it is.</param>
    public static bool IsText(Stream content)
    {
        var (head, start) = (new byte[HeadBytes], content.Position);
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = start;
        return DataKinds.Of(head.AsSpan(0, length)) == DataKind.Text;
    }

    /// <param name="content">Read from its position; stays open.</param>
    /// <exception cref="ImportRefusedException">Unsafe, damaged, or of several parts of which none is chosen.</exception>
    public static DataStream Open(Stream content, DataFileChoice choice) => Open(content, choice, null);

    /// <param name="archive">In which the content lies; null: in none.</param>
    internal static DataStream Open(Stream content, DataFileChoice choice, IDisposable? archive)
    {
        var head = new byte[HeadBytes];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var kind = DataKinds.Of(head.AsSpan(0, length));
        var whole = new PrefixedStream(head.AsMemory(0, length), content);
        if (kind == DataKind.Text)
            return new DataStream(whole, isConverted: false, archive);
        if (kind is DataKind.Gzip or DataKind.Zip && archive is not null && !(kind == DataKind.Zip && ArchiveFile.IsWorkbook(whole = Spooled(whole))))
            throw new ImportRefusedException(FileProblem.ArchiveNested);
        if (kind == DataKind.Json && length == HeadBytes && (whole = Spooled(whole)).CanSeek)
            kind = DataKinds.OfLongJson(whole);
        return kind switch
        {
            DataKind.Zip => ArchiveFile.Open(Spooled(whole), choice, archive),
            DataKind.Gzip => ArchiveFile.OpenGzip(Spooled(whole), choice),
            DataKind.Parquet => Convert(
                "Parquet", Spooled(whole), (stream, rows, token) => ParquetRows.WriteAsync(stream, choice.IsGlance, rows, token), archive),
            DataKind.Encrypted => throw new ImportRefusedException(FileProblem.Encrypted),
            _ => Convert(
                "JSON",
                Spooled(whole),
                (stream, rows, token) => JsonRows.WriteAsync(stream, kind == DataKind.JsonLines, choice.IsGlance, rows, token),
                archive),
        };
    }

    /// <summary>Rows that are written while they are read.</summary>
    /// <param name="format">Named where the file turns out to be damaged.</param>
    internal static DataStream Convert(string format, Stream stream, Func<Stream, RowWriter, CancellationToken, Task> write, IDisposable? beneath) =>
        new(new RowPipe(format, stream, write), isConverted: true, beneath);

    public override int Read(Span<byte> buffer) => _inner.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _beneath?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static PrefixedStream Spooled(PrefixedStream whole) => whole.CanSeek ? whole : new PrefixedStream(default, SpoolFile.Of(whole), isOwned: true);
}
