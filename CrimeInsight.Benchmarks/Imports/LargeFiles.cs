using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>The first rows of a canonical file in other formats, each at its worst: long texts, one group, many columns.</summary>
internal sealed class LargeFiles(string csv)
{
    private const int Columns = 15;
    private const int WordChars = 8;

    /// <summary>Rows with a text of their own each, which the workbook shares.</summary>
    public void Workbook(string path, int rows, int remarkChars)
    {
        using var book = new WorkbookFile(path);
        book.Write([.. Header(), "remarks"]);
        foreach (var cells in Rows(rows))
            book.Write([.. cells, Remark(cells[0], remarkChars)]);
    }

    /// <summary>All rows in one group.</summary>
    public async Task ParquetAsync(string path, int rows)
    {
        var fields = Header().Select(name => new DataField<string>(name)).ToArray();
        var all = Rows(rows).ToArray();
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
            await group.WriteAsync(fields[i], [.. all.Select(row => row[i].Length == 0 ? null : row[i])]);
    }

    public void JsonLines(string path, int rows, int remarkChars)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        var names = Header();
        foreach (var cells in Rows(rows))
        {
            var members = names.Zip(cells).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second);
            if (remarkChars > 0)
                members.Add("remarks", Remark(cells[0], remarkChars));
            writer.WriteLine(JsonSerializer.Serialize(members));
        }
    }

    public void Wide(string path, int rows, int columns)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.WriteLine(string.Join(',', Header().Concat(Enumerable.Range(Columns, columns - Columns).Select(i => $"further column {i}"))));
        var rest = new StringBuilder();
        for (var i = Columns; i < columns; i++)
            rest.Append(',').Append(i % 3 == 0 ? "" : (i * 7919).ToString(CultureInfo.InvariantCulture));
        foreach (var line in File.ReadLines(csv).Skip(1).Take(rows))
            writer.WriteLine(line + rest);
    }

    public void Zip(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        zip.CreateEntryFromFile(csv, "cases.csv", CompressionLevel.Fastest);
    }

    public void Gzip(string path)
    {
        using var content = File.OpenRead(csv);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        content.CopyTo(gzip);
    }

    /// <summary>The rows again and again.</summary>
    public void Repeat(string path, long bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var content = File.OpenRead(csv);
        content.CopyTo(file);
        var body = CanonicalFile.Header.Length + Environment.NewLine.Length;
        while (file.Length < bytes)
        {
            content.Position = body;
            content.CopyTo(file, 1 << 20);
            file.Flush();
        }
    }

    private static string[] Header() => CanonicalFile.Header.Split(',');

    // The words of the case come last, and alone are quoted.
    private IEnumerable<string[]> Rows(int rows)
    {
        foreach (var line in File.ReadLines(csv).Skip(1).Take(rows))
        {
            var cells = line.Split(',', Columns);
            if (cells[^1] is ['"', .. var words, '"'])
                cells[^1] = words.Replace("\"\"", "\"", StringComparison.Ordinal);
            yield return cells;
        }
    }

    private static string Remark(string reference, int chars)
    {
        var text = new StringBuilder(reference, chars + WordChars);
        for (var seed = (uint)string.GetHashCode(reference, StringComparison.Ordinal); text.Length < chars; seed = seed * 1664525 + 1013904223)
            text.Append(' ').Append(seed.ToString("x7", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
