using CrimeInsight.Core.Import.Formats;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>
/// What is read of a file to say what it is, in memory and time that do not grow with it: text that can seek is there to be read in places; of
/// what must be read from end to end, the rows of its beginning.
/// </summary>
public sealed class FileGlance
{
    private const int MostBytes = 16 << 20;

    private FileGlance(Stream content, bool isConverted, bool isWhole)
    {
        (Content, IsConverted, IsWhole) = (content, isConverted, isWhole);
        IsApart = content is MemoryStream;
    }

    /// <summary>Text of rows; seekable.</summary>
    public Stream Content { get; }

    /// <summary>Of another format than text.</summary>
    public bool IsConverted { get; }

    /// <summary>Numbers of days are counted from 1904.</summary>
    public bool CountsFrom1904 { get; private init; }

    /// <summary>The content holds every row.</summary>
    public bool IsWhole { get; }

    /// <summary>It is not the file's own bytes.</summary>
    public bool IsApart { get; }

    /// <param name="content">Any format of data, read from its position. Stays open.</param>
    /// <param name="choice">Which part of it holds the data; null: the only one.</param>
    /// <exception cref="ImportRefusedException">Unusable as a whole.</exception>
    public static FileGlance Of(Stream content, DataFileChoice? choice)
    {
        if (content.CanSeek && DataStream.IsText(content))
            return new FileGlance(content, isConverted: false, isWhole: true);
        using var rows = DataStream.Open(content, (choice ?? new DataFileChoice()) with { IsGlance = true });
        var bytes = new MemoryStream();
        var block = new byte[128 << 10];
        var isEnd = false;
        while (!isEnd && bytes.Length < MostBytes)
        {
            var read = rows.Read(block);
            bytes.Write(block, 0, read);
            isEnd = read == 0;
        }

        if (!isEnd)
            bytes.SetLength(EndOfLine(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        bytes.Position = 0;
        return new FileGlance(bytes, rows.IsConverted, isEnd && !rows.IsPart) { CountsFrom1904 = rows.CountsFrom1904 };
    }

    // Of UTF-16 a zero belongs to the line end.
    private static int EndOfLine(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf((byte)'\n') + 1;
        return end == 0 ? bytes.Length : end < bytes.Length && bytes[end] == 0 ? end + 1 : end;
    }
}
