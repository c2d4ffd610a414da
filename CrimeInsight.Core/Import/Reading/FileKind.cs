using System.Text;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Names files that are no separated text, whatever their names end with.</summary>
internal static class FileKind
{
    private static readonly (byte[] Magic, string Kind)[] s_magics =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "xls"), ([0x09, 0x08, 0x10, 0x00], "xls"), ([0x09, 0x08, 0x08, 0x00], "xls"), ([0x09, 0x04, 0x06, 0x00], "xls"),
        ([0x09, 0x02, 0x06, 0x00], "xls"), ([0x09, 0x00, 0x04, 0x00], "xls"), ([0x25, 0x50, 0x44, 0x46], "pdf"), ([0x1F, 0x8B], "gzip"),
        ([0x50, 0x41, 0x52, 0x31], "parquet"), ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ([0x52, 0x61, 0x72, 0x21], "rar"), ([0x89, 0x50, 0x4E, 0x47], "png"),
        ([0xFF, 0xD8, 0xFF], "jpeg"), ("{\\rtf"u8.ToArray(), "rtf"), ("SQLite format 3"u8.ToArray(), "sqlite"), ("BZh"u8.ToArray(), "bzip2"),
    ];

    /// <summary>Null for what may be separated text.</summary>
    /// <param name="sample">The beginning.</param>
    public static string? Of(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith("PK\u0003\u0004"u8) || sample.StartsWith("PK\u0005\u0006"u8))
            return OfArchive(sample);
        foreach (var (magic, kind) in s_magics)
            if (sample.StartsWith(magic))
                return kind;
        return OfMarkup(Beginning(sample));
    }

    // Office files are archives whose folders tell which.
    private static string OfArchive(ReadOnlySpan<byte> sample) =>
        sample.IndexOf("xl/"u8) >= 0 ? "xlsx" : sample.IndexOf("word/"u8) >= 0 ? "docx"
        : sample.IndexOf("opendocument.spreadsheet"u8) >= 0 ? "ods" : "zip";

    private static string? OfMarkup(string text)
    {
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return text.Contains("Excel.Sheet", StringComparison.Ordinal) || text.Contains("schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
                ? "xml-spreadsheet"
                : text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "html" : "xml";
        string[] pages = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<script", "<!--", "<style", "<div", "mime-version:"];
        if (Array.Exists(pages, tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
            return "html";
        return IsJson(text) ? "json" : null;
    }

    // A brace or bracket, and what may follow it in JSON; a header may begin with a bracket too, in words.
    private static bool IsJson(string text)
    {
        if (text is not ['{' or '[', ..])
            return false;
        var next = text[1..].TrimStart();
        return text[0] == '{' ? next is ['"' or '}', ..] : next is ['{' or '[' or '"' or ']', ..] || (next.Length > 0 && char.IsAsciiDigit(next[0]));
    }

    // Enough of it as text, without mark, blanks and the zeros of UTF-16.
    private static string Beginning(ReadOnlySpan<byte> sample)
    {
        var text = Encoding.Latin1.GetString(sample[..Math.Min(sample.Length, 2000)]).Replace("\0", "", StringComparison.Ordinal);
        foreach (var mark in (ReadOnlySpan<string>)["\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00FE\u00FF"])
            if (text.StartsWith(mark, StringComparison.Ordinal))
                text = text[mark.Length..];
        return text.TrimStart();
    }
}
