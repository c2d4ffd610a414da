using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// Rows of one sheet of a workbook, as a person sees them: dates by their format, also those of 1904; what is merged down stands in every
/// row of it. Macros, document types and giants are refused before anything is read.
/// </summary>
internal static partial class WorkbookRows
{
    private const int HeadBytes = 2048, MostRows = 1 << 20, MostColumns = 1 << 14;
    private const long MostSharedBytes = 150L << 20, MostGlanceBytes = 32L << 20;

    private static readonly string[] s_macros = ["vbaProject.bin", "macrosheets/", "vbaData.xml"];

    /// <param name="whole">Closed with what is returned.</param>
    /// <param name="archive">Of the same bytes.</param>
    /// <param name="beneath">Closed with what is returned; null: nothing more.</param>
    public static DataStream Open(Stream whole, ZipArchive archive, DataFileChoice choice, IDisposable? beneath)
    {
        using (archive)
            Check(archive);
        whole.Position = 0;
        return DataStream.Convert("XLSX", whole, (stream, rows, token) => WriteAsync(stream, choice, rows, token), beneath);
    }

    private static void Check(ZipArchive archive)
    {
        if (archive.GetEntry("xl/workbook.xml") is null)
            throw new ImportRefusedException(FileProblem.NotText, archive.GetEntry("xl/workbook.bin") is null ? "docx / pptx" : "xlsb");
        if (archive.Entries.Any(entry => s_macros.Any(mark => entry.FullName.Contains(mark, StringComparison.OrdinalIgnoreCase))))
            throw new ImportRefusedException(FileProblem.Macros);
        foreach (var entry in archive.Entries.Where(entry => Path.GetExtension(entry.Name).ToUpperInvariant() is ".XML" or ".RELS"))
        {
            if (entry.Name == "sharedStrings.xml" && entry.Length > MostSharedBytes)
                throw new ImportRefusedException(FileProblem.TooLarge);
            using var part = LimitedStream.Of(entry);
            var head = new byte[HeadBytes];
            var length = part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            // UTF-16 has a zero beside every letter.
            if (Encoding.ASCII.GetString(head, 0, length).Replace("\0", "", StringComparison.Ordinal) is var text
                && (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)))
                throw new ImportRefusedException(FileProblem.UnsafeXml, entry.FullName);
        }
    }

    private static async Task WriteAsync(Stream stream, DataFileChoice choice, RowWriter rows, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        using var parts = new WorkbookParts(archive);
        // Cells of no format may be days all the same.
        rows.CountsFrom1904 = parts.Is1904;
        var path = Choose(parts, choice.Sheet);
        // What is merged stands behind all rows: at a glance a large sheet is taken as it is.
        var merged = choice.IsGlance && parts.LengthOf(path) > MostGlanceBytes ? null : MergedCells.Of(parts, path);
        using var reader = parts.Open(path);
        var cells = new List<string?>();
        var (row, width) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : row + 1;
            if (number > MostRows)
                throw new ImportRefusedException(FileProblem.TooLarge);
            for (; row + 1 < number; row++)
                await WriteAsync([], row).ConfigureAwait(false);
            cells.Clear();
            ReadRow(reader, parts, cells);
            await WriteAsync(cells, row++).ConfigureAwait(false);
        }

        // Blank cells beyond every row before do not count.
        async ValueTask WriteAsync(List<string?> read, int index)
        {
            merged?.Fill(index, read);
            width = Math.Max(width, read.FindLastIndex(cell => !string.IsNullOrEmpty(cell)) + 1);
            while (read.Count < width)
                read.Add(null);
            await rows.WriteAsync(read.Count == width ? read : read[..width], cancellationToken).ConfigureAwait(false);
        }
    }

    private static void ReadRow(XmlReader reader, WorkbookParts parts, List<string?> cells)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            var column = ColumnOf(reader.GetAttribute("r")) ?? cells.Count;
            if (column >= MostColumns)
                throw new ImportRefusedException(FileProblem.TooLarge);
            while (cells.Count <= column)
                cells.Add(null);
            cells[column] = ReadCell(reader, parts);
        }
    }

    private static string? ReadCell(XmlReader reader, WorkbookParts parts)
    {
        var type = reader.GetAttribute("t");
        var style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
        if (reader.IsEmptyElement)
            return null;
        var depth = reader.Depth;
        string? value = null;
        while (reader.Read() && reader.Depth > depth)
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "is")
                value = WorkbookParts.TextIn(reader);
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "v" && !reader.IsEmptyElement && reader.Read())
                value = reader.Value;
        return value is null || type == "e" ? null : type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && parts.Shared.Find(shared) is { } text
                ? Unescaped(text)
                : throw new ImportRefusedException(FileProblem.Damaged, $"<v>{value}</v>"),
            "str" or "inlineStr" => Unescaped(value),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "d" => value,
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? TextOf(number, parts, style) : value,
        };
    }

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
            if (letter is >= 'A' and <= 'Z' && column <= MostColumns)
                column = column * 26 + (letter - 'A' + 1);
        return column == 0 ? null : column - 1;
    }

    // The only visible sheet that holds rows, or the one that is asked for.
    private static string Choose(WorkbookParts parts, string? sheet)
    {
        var names = string.Join(", ", parts.Sheets.Select(known => known.Name));
        if (sheet is not null)
            return parts.Sheets.Find(known => known.Name.Equals(sheet, StringComparison.OrdinalIgnoreCase)).Path
                ?? throw new ImportRefusedException(FileProblem.SheetUnknown, sheet, names);
        var filled = parts.Sheets.FindAll(known => known.IsVisible && HoldsRows(parts, known.Path));
        return filled switch
        {
            [] => parts.Sheets.FirstOrDefault().Path ?? throw new ImportRefusedException(FileProblem.Empty),
            [var only] => only.Path,
            _ => throw new ImportRefusedException(FileProblem.SheetSeveral, string.Join(", ", filled.Select(known => known.Name)))
            {
                Parts = [.. filled.Select(known => known.Name)],
            },
        };
    }

    private static bool HoldsRows(WorkbookParts parts, string path)
    {
        using var reader = parts.Open(path);
        var rows = 0;
        while (rows < 2 && reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row" && !reader.IsEmptyElement)
                rows++;
        return rows == 2;
    }

    private static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, match => ((char)Convert.ToUInt16(match.Groups[1].Value, 16)).ToString()) : text;

    private static string TextOf(double number, WorkbookParts parts, int style)
    {
        if (!parts.IsDate(style) || number is < 0 or > 2_958_465)
            return double.IsInteger(number) && Math.Abs(number) < 1e15
                ? ((long)number).ToString(CultureInfo.InvariantCulture)
                : number.ToString("R", CultureInfo.InvariantCulture);
        // A time alone is a fraction of a day; the year 1900 had a 29th of February, as spreadsheets have it.
        var days = parts.Is1904 ? number + 1462 : number is >= 1 and < 60 ? number + 1 : number;
        var day = new DateTime(1899, 12, 30).AddSeconds(Math.Round(days * 86_400, MidpointRounding.AwayFromZero));
        return number < 1 ? day.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : day.TimeOfDay == TimeSpan.Zero ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
