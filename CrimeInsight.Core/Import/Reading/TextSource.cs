using System.Text;
using CrimeInsight.Core.Import.Formats;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>
/// Text of a file: finds the encoding from a byte-order mark, else from the mapping, else UTF-16 by its zero bytes, else UTF-8.
/// Bytes that are not text become U+FFFD, by which rows are told.
/// </summary>
internal sealed class TextSource : TextReader
{
    /// <summary>What a byte sequence outside the encoding becomes.</summary>
    public const char Undecodable = '\uFFFD';

    private const int BufferBytes = 64 * 1024;
    private readonly Stream _stream;
    private readonly Decoder _decoder;
    private readonly byte[] _bytes = new byte[BufferBytes];
    private int _position;
    private int _end;
    private bool _isFlushed;

    private TextSource(Stream stream, Encoding encoding, int markLength, ReadOnlySpan<byte> first)
    {
        _stream = stream;
        _decoder = encoding.GetDecoder();
        EncodingName = encoding.WebName;
        first.CopyTo(_bytes);
        (_position, _end) = (markLength, first.Length);
    }

    public string EncodingName { get; }

    /// <summary>Of rows that we wrote ourselves, from another format: separated by commas, whatever a mapping says of the file.</summary>
    public bool IsConverted { get; private init; }

    /// <summary>Numbers of days are counted from 1904.</summary>
    public bool CountsFrom1904 { get; private init; }

    /// <param name="content">Text, or any other format of data (<see cref="DataStream"/>); stays open.</param>
    /// <param name="choice">Which part of it holds the data; null: the only one.</param>
    /// <exception cref="ImportRefusedException">Empty, not text, or an unknown encoding.</exception>
    public static TextSource Open(Stream content, string? encodingName, DataFileChoice? choice = null)
    {
        var data = DataStream.Open(content, choice ?? new DataFileChoice());
        try
        {
            return Open(data, encodingName);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private static TextSource Open(DataStream content, string? encodingName)
    {
        var first = new byte[BufferBytes];
        var length = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        var sample = first.AsSpan(0, length);
        if (length == 0)
            throw new ImportRefusedException(FileProblem.Empty);
        if (FileKind.Of(sample) is { } kind)
            throw new ImportRefusedException(FileProblem.NotText, kind);
        var (encoding, markLength) = FromMark(sample) ?? (Named(encodingName) ?? FromZeros(sample), 0);
        return new TextSource(content, encoding, markLength, sample) { IsConverted = content.IsConverted, CountsFrom1904 = content.CountsFrom1904 };
    }

    public override int Read(Span<char> buffer)
    {
        while (true)
        {
            if (_position == _end)
            {
                _position = 0;
                _end = _stream.Read(_bytes);
            }

            if (_isFlushed)
                return 0;
            _isFlushed = _end == 0;
            _decoder.Convert(_bytes.AsSpan(_position, _end - _position), buffer, _isFlushed, out var bytes, out var chars, out _);
            _position += bytes;
            if (chars > 0)
                return chars;
        }
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream.Dispose();
        base.Dispose(disposing);
    }

    private static (Encoding, int)? FromMark(ReadOnlySpan<byte> sample) => sample switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static Encoding? Named(string? name)
    {
        if (name is null)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new ImportRefusedException(FileProblem.EncodingUnknown, name);
        }
    }

    // Text in UTF-16 has a zero in nearly every second byte; text in UTF-8 has none.
    private static Encoding FromZeros(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        var pairs = Math.Max(1, sample.Length / 2);
        if (odd > pairs * 0.3 && even < pairs * 0.05)
            return Encoding.Unicode;
        if (even > pairs * 0.3 && odd < pairs * 0.05)
            return Encoding.BigEndianUnicode;
        return even + odd > sample.Length * 0.01 ? throw new ImportRefusedException(FileProblem.NotText, "binary") : Encoding.UTF8;
    }
}
