using System.Text;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>The text of a glance's beginning, of places in its middle and of its end, each of whole lines.</summary>
internal sealed class FileSample
{
    private const int BeginBytes = 1 << 20, PartBytes = 128 << 10, WholeBytes = 4 << 20, Parts = 6;

    private FileSample(string encoding, bool isWhole, string beginning, IReadOnlyList<string> others)
    {
        (Encoding, IsWhole, Beginning, Others) = (encoding, isWhole, beginning, others);
    }

    public string Encoding { get; }

    /// <summary>The beginning is all of it.</summary>
    public bool IsWhole { get; }

    public string Beginning { get; }

    /// <summary>From the middle and the end, in their order.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <exception cref="ImportRefusedException">Empty or not text.</exception>
    public static FileSample Read(FileGlance glance, string? encodingName)
    {
        var content = glance.Content;
        if (glance.IsConverted)
            encodingName = null;
        var isSmall = content.Length - content.Position <= WholeBytes;
        var first = Block(content, isSmall ? WholeBytes : BeginBytes);
        var text = TextSource.Open(new MemoryStream(first), encodingName ?? Guess(first));
        var beginning = ReadAll(text);
        if (isSmall)
            return new FileSample(text.EncodingName, glance.IsWhole, beginning, []);
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

    /// <summary>The last lines of a text.</summary>
    public static string End(Stream content, string encodingName)
    {
        content.Position = Math.Max(0, content.Length - PartBytes) & ~1L;
        return Lines(Block(content, PartBytes + 2), encodingName, isLast: true);
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
