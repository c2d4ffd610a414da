using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>The same rows as each format of data, written as plainly as the format allows.</summary>
internal static class DataFiles
{
    // General, a day, a day and time, a time.
    private static readonly int[] s_forms = [0, 14, 22, 20];
    private static readonly int[] s_numbers = [1, -2];
    private static readonly bool[] s_truths = [true, false];

    public static byte[] Csv(IEnumerable<string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"")}\"")) + "\n")));

    public static byte[] JsonLines(IReadOnlyList<string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Skip(1).Select(row => JsonSerializer.Serialize(Members(rows[0], row)) + "\n")));

    public static byte[] JsonArray(IReadOnlyList<string[]> rows) =>
        JsonSerializer.SerializeToUtf8Bytes(rows.Skip(1).Select(row => Members(rows[0], row)));

    /// <param name="latitude">Index of the column; the next is the longitude.</param>
    public static byte[] GeoJson(IReadOnlyList<string[]> rows, int latitude) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "FeatureCollection",
        name = "cases [of] a \"list\"",
        features = rows.Skip(1).Select(row => new
        {
            type = "Feature",
            properties = Members(Without(rows[0], latitude), Without(row, latitude)),
            geometry = row[latitude].Length == 0 ? null : new { type = "Point", coordinates = new[] { Number(row[latitude + 1]), Number(row[latitude]) } },
        }),
    });

    public static async Task<byte[]> ParquetAsync(IReadOnlyList<string[]> rows)
    {
        using var bytes = new MemoryStream();
        var fields = rows[0].Select(name => new DataField<string>(name)).ToArray();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), bytes))
            foreach (var part in rows.Skip(1).Chunk(200))
            {
                using var group = writer.CreateRowGroup();
                for (var i = 0; i < fields.Length; i++)
                    await group.WriteAsync(fields[i], [.. part.Select(row => row[i].Length == 0 ? null : row[i])]);
            }

        return bytes.ToArray();
    }

    /// <summary>Two rows: a number, a number or none, a truth, an instant, words or none.</summary>
    public static async Task<byte[]> TypedParquetAsync()
    {
        using var bytes = new MemoryStream();
        DataField[] fields =
        [
            new DataField<int>("n"), new DataField<double?>("x"), new DataField<bool>("is"),
            new DateTimeDataField("at", DateTimeFormat.Timestamp, isAdjustedToUTC: true), new DataField<string>("t"),
        ];
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), bytes))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<int>(fields[0], s_numbers);
            await group.WriteAsync<double>(fields[1], new double?[] { 13.25, null });
            await group.WriteAsync<bool>(fields[2], s_truths);
            await group.WriteAsync<DateTime>(fields[3], new[] { At(0), At(22.5) });
            await group.WriteAsync(fields[4], ["a, \"b\"", null]);
        }

        return bytes.ToArray();

        static DateTime At(double hours) => new DateTime(2024, 3, 5, 0, 0, 0, DateTimeKind.Utc).AddHours(hours);
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return bytes.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }

        return bytes.ToArray();
    }

    /// <summary>A workbook of one sheet, all cells inline text.</summary>
    public static byte[] Workbook(IEnumerable<string[]> rows) => Workbook([("Cases", SheetOf(rows))]);

    /// <param name="sheets">Names, and the XML within their worksheet.</param>
    /// <param name="is1904">Days are counted from 1904.</param>
    /// <param name="extra">Further parts.</param>
    public static byte[] Workbook((string Name, string Xml)[] sheets, bool is1904 = false, params (string Name, string Text)[] extra)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string packages = "http://schemas.openxmlformats.org/package/2006";
        var list = string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"));
        var targets = string.Concat(sheets.Select((_, i) =>
            $"<Relationship Id=\"r{i + 1}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"));
        var parts = new List<(string Name, string Text)>
        {
            ("[Content_Types].xml", $"<Types xmlns=\"{packages}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("xl/workbook.xml",
                $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><workbookPr date1904=\"{(is1904 ? 1 : 0)}\"/><sheets>{list}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{packages}/relationships\">{targets}</Relationships>"),
            // Styles 1 to 3: a day, a day and time, a time.
            ("xl/styles.xml",
                $"<styleSheet xmlns=\"{main}\"><cellXfs>{string.Concat(s_forms.Select(id => $"<xf numFmtId=\"{id}\"/>"))}</cellXfs></styleSheet>"),
        };
        parts.AddRange(sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{main}\">{sheet.Xml}</worksheet>")));
        parts.AddRange(extra);
        return Zip([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);
    }

    public static string SheetOf(IEnumerable<string[]> rows) =>
        $"<sheetData>{string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => CellOf(cell, r, c)))}</row>"))}</sheetData>";

    private static string CellOf(string cell, int row, int column) => cell.Length == 0
        ? ""
        : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>";

    private static Dictionary<string, string> Members(string[] header, string[] row) =>
        header.Zip(row).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second);

    private static string[] Without(string[] row, int latitude) => [.. row.Where((_, i) => i != latitude && i != latitude + 1)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
