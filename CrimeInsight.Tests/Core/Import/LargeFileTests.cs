using System.Globalization;
using System.IO.Compression;
using System.Text;
using CrimeInsight.Benchmarks.Faults;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Formats;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Import.Understanding;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>What is done otherwise because a file is large, with files as small as that takes.</summary>
public sealed class LargeFileTests
{
    private static readonly byte[] s_rows = Encoding.UTF8.GetBytes(
        "date,district,words\n" + string.Concat(Enumerable.Range(0, 9_000).Select(i => $"05-03-2024,Chennai,{i} {new string('x', 2_000)}\n")));

    [Fact]
    public void Read_LargeFileThatMustBeReadThrough_ReadsItsBeginningAndSaysSo()
    {
        var file = Gzipped(s_rows);
        var glance = FileGlance.Of(file, null);
        var understood = FileUnderstander.Read(glance, null);

        Assert.False(understood.IsWhole);
        Assert.InRange(understood.BytesRead ?? 0, 16_000_000, 17_000_000);
        Assert.Equal(["date", "district", "words"], understood.Columns.Select(column => column.Name));
        Assert.InRange(understood.RowsSeen, 500, 2_000);
        var advice = new MappingAdvice(understood, MappingSuggester.Suggest(understood, "n"), glance);
        var sketch = FileSketcher.Read(file, null, advice, new Progress<ImportProgress>(), TestContext.Current.CancellationToken);
        Assert.True(sketch.IsPart);
        Assert.InRange(sketch.Rows, 8_000, 8_999);
        Assert.Equal(64, sketch.Sha256.Length);
    }

    [Fact]
    public void Read_SmallFileThatMustBeReadThrough_ReadsAll()
    {
        var understood = FileUnderstander.Read(Gzipped(s_rows[..400_000]));

        Assert.True(understood.IsWhole);
        Assert.Null(understood.BytesRead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_LargeJson_EndsWithAWholeRecord(bool isLines)
    {
        var record = $"{{\"date\":\"05-03-2024\",\"words\":\"{new string('x', 100_000)}\",\"list\":[{{}}]}}";
        var text = string.Join(isLines ? "\n" : ",\n", Enumerable.Repeat(record, 260));
        var glance = FileGlance.Of(new MemoryStream(Encoding.UTF8.GetBytes(isLines ? text : $"{{\"data\":[{text}]}}")), null);

        Assert.False(glance.IsWhole);
        Assert.Equal(["date", "words", "list"], FileUnderstander.Read(glance, null).Columns.Select(column => column.Name));
    }

    /// <summary>The first line alone is longer than what a format is told by.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void Open_JsonLinesWithLongLines_GivesEveryRow(int lines)
    {
        var line = $"{{\"a\":\"1\",\"words\":\"{new string('x', 90_000)}\"}}\n";
        var array = $"{{\"note\":\"{new string('x', 90_000)}\",\"data\":[{{\"a\":1}},{{\"a\":2}}]}}";

        Assert.Equal(1 + 2, TextOf(Encoding.UTF8.GetBytes(lines == 2 ? line + line : array)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Open_JsonOfEscapedAndQuotedTexts_GivesThemAsTheyAre() => Assert.Equal(
        "a,b\n\"x, \"\"y\"\"\nz\",நகை\n,\" c\"\n",
        TextOf(Encoding.UTF8.GetBytes("""[{"a":"x, \"y\"\nz","b":"நகை"},{"b":" c","a":null}]""")));

    [Fact]
    public void Open_WorkbookWhoseTextsAreAskedForInAnyOrder_GivesEach()
    {
        var shared = string.Concat(Enumerable.Range(0, 6_000).Select(i => $"<si><r><t>text </t></r><r><t>{i} நகை</t></r></si>"));
        int[] asked = [5_999, 0, 4_096, 1, 5_999, 4_097];
        var cells = string.Concat(asked.Select((index, row) => $"<row r=\"{row + 1}\"><c r=\"A{row + 1}\" t=\"s\"><v>{index}</v></c></row>"));
        var book = DataFiles.Workbook(
            [("Cases", $"<sheetData>{cells}</sheetData>")], false,
            ("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{shared}</sst>"));

        Assert.Equal(string.Concat(asked.Select(index => $"text {index} நகை\n")), TextOf(book));
    }

    [Fact]
    public void Open_WorkbookOfManyMergedCells_FillsThemWhileTheyLast()
    {
        var rows = string.Concat(Enumerable.Range(1, 6).Select(row =>
            $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\"><v>{row * 10}</v></c></row>"));
        var book = DataFiles.Workbook([("Cases",
            $"<sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A1:A6\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"B4:B5\"/></mergeCells>")]);

        Assert.Equal("1,10\n1,20\n1,20\n1,40\n1,40\n1,60\n", TextOf(book));
    }

    /// <summary>So many that they are kept on disk, and texts longer than what is read of a column at once.</summary>
    [Theory]
    [InlineData(2, 300_000)]
    [InlineData(2, 10)]
    public void Read_ColumnsWrittenOneAfterAnother_GivesRows(int columns, long rows)
    {
        using var spool = new ColumnSpool(columns, rows);
        var numbers = Enumerable.Range(0, 20_000).Select(i => i.ToString(CultureInfo.InvariantCulture));
        string?[] texts = ["", null, "நகை", new string('y', 200_000), .. numbers];
        for (var column = 0; column < columns; column++)
        {
            spool.Begin();
            foreach (var text in texts)
                spool.Write(text, text is null);
        }

        spool.Complete();
        foreach (var text in texts)
        {
            Assert.Equal(text, spool.Read(0, isWanted: true));
            Assert.Equal(text is ['2', ..] ? null : text, spool.Read(1, isWanted: text is not ['2', ..]));
        }
    }

    private static MemoryStream Gzipped(byte[] content)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        bytes.Position = 0;
        return bytes;
    }

    private static string TextOf(byte[] file)
    {
        using var rows = DataStream.Open(new MemoryStream(file), new DataFileChoice());
        using var reader = new StreamReader(rows);
        return reader.ReadToEnd();
    }
}
