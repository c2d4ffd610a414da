using System.Text;
using CrimeInsight.Core.Import.Formats;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>The text of a file's beginning, of places in its middle and of its end, each of whole lines.</summary>
internal sealed class FileSample
{
    private const int BeginBytes = 1 << 20, PartBytes = 128 << 10, WholeBytes = 4 << 20, Parts = 6;

    private FileSample(string encoding, bool isWhole, string beginning, IReadOnlyList<string> others)
    {
        (Encoding, IsWhole, Beginning, Others) = (encoding, isWhole, beginning, others);
    }

    public string Encoding { get; }

    /// <summary>Of another format than text.</summary>
    public bool IsConverted { get; private init; }

    /// <summary>The beginning is all of it.</summary>
    public bool IsWhole { get; }

    public string Beginning { get; }

    /// <summary>From the middle and the end, in their order.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <param name="content">Any format of data. Text that can seek is read in places, everything else from end to end.</param>
    /// <param name="choice">Which part of it holds the data; null: the only one.</param>
    /// <exception cref="ImportRefusedException">Empty or not text.</exception>
    public static FileSample Read(Stream content, string? encodingName, DataFileChoice? choice = null)
    {
        if (content.CanSeek && DataStream.IsText(content))
            return ReadPlaces(content, encodingName);
        using var rows = DataStream.Open(content, choice ?? new DataFileChoice());
        return ReadThrough(rows, encodingName);
    }

    private static FileSample ReadPlaces(Stream content, string? encodingName)
    {
        var isSmall = content.Length - content.Position <= WholeBytes;
        var first = Block(content, isSmall ? WholeBytes : BeginBytes);
        var text = TextSource.Open(new MemoryStream(first), encodingName ?? Guess(first));
        var beginning = ReadAll(text);
        if (isSmall)
            return new FileSample(text.EncodingName, true, beginning, []);
        beginning = beginning[..(beginning.LastIndexOf('\n') + 1)];
        List<string> others = [];
        for (var part = 1; part <= Parts; part++)
        {
            // Two bytes make a letter of UTF-16: an even place.
            var place = part == Parts ? content.Length - PartBytes : (content.Length - PartBytes) / Parts * part;
            content.Position = Math.Max(BeginBytes, place) & ~1L;
            others.Add(Lines(Block(content, PartBytes + 2), text.EncodingName, isLast: part == Parts));
        }

        return new FileSample(text.EncodingName, false, beginning, others);
    }

    // How long it is shows only at its end: of the blocks in between every second is left, and again.
    private static FileSample ReadThrough(DataStream rows, string? encodingName)
    {
        var first = Block(rows, WholeBytes);
        var last = Block(rows, PartBytes);
        var isWhole = last.Length == 0;
        if (!isWhole)
            first = first[..BeginBytes];
        var text = TextSource.Open(new MemoryStream(first), rows.IsConverted ? null : encodingName ?? Guess(first));
        var beginning = ReadAll(text);
        if (isWhole)
            return new FileSample(text.EncodingName, true, beginning, []) { IsConverted = rows.IsConverted };
        List<byte[]> middle = [];
        var every = 1;
        for (var number = 1; ; number++)
        {
            var next = Block(rows, PartBytes);
            if (next.Length < PartBytes)
            {
                last = [.. last, .. next];
                break;
            }

            if (number % every == 0)
                middle.Add(last);
            if (middle.Count == 2 * Parts)
                (middle, every) = ([.. middle.Where((_, index) => index % 2 == 1)], every * 2);
            last = next;
        }

        var others = middle.Select(block => Lines(block, text.EncodingName, isLast: false)).Append(Lines(last, text.EncodingName, isLast: true));
        return new FileSample(text.EncodingName, false, beginning[..(beginning.LastIndexOf('\n') + 1)], [.. others]) { IsConverted = rows.IsConverted };
    }

    // Bytes that are no UTF-8 are most often those of Windows in Western Europe, which India's PCs have too.
    private static string? Guess(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf((byte)0) >= 0 || bytes.AsSpan().StartsWith("\u00EF\u00BB\u00BF"u8))
            return null;
        var end = bytes.Length;
        while (end > 0 && bytes.Length - end < 4 && bytes[end - 1] >= 0x80)
            end--;
        return System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, end)) ? null : "windows-1252";
    }

    private static string Lines(byte[] block, string encodingName, bool isLast)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(encodingName) ?? System.Text.Encoding.GetEncoding(encodingName);
        var text = encoding.GetString(block);
        var from = text.IndexOf('\n') + 1;
        var until = isLast ? text.Length : text.LastIndexOf('\n') + 1;
        return from < until ? text[from..until] : "";
    }

    private static byte[] Block(Stream content, int most)
    {
        var bytes = new byte[most];
        var length = 0;
        while (length < most && content.Read(bytes, length, most - length) is > 0 and var read)
            length += read;
        return bytes[..length];
    }

    private static string ReadAll(TextSource text)
    {
        var all = new StringBuilder();
        var buffer = new char[64 * 1024];
        while (text.Read(buffer, 0, buffer.Length) is > 0 and var read)
            all.Append(buffer, 0, read);
        return all.ToString();
    }
}
