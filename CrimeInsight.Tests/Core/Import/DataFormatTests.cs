using System.Diagnostics;
using System.Globalization;
using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Understanding;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Every format gives the rows that the same table gives as CSV, and unsafe files are refused each for its own reason.</summary>
public sealed class DataFormatTests
{
    private const int Damaged = 500;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private const int Latitude = 5;

    private static readonly string[] s_header =
        ["source_reference", "occurred_from", "reported_on", "jurisdiction_code", "head_code", "latitude", "longitude", "modus_operandi"];

    private static readonly IReadOnlyList<string[]> s_rows = Rows(500);

    public static TheoryData<string> Formats { get; } =
        ["xlsx", "parquet", "geojson", "json", "jsonl", "csv.gz", "xlsx.gz", "csv.zip", "xlsx.zip", "parquet.zip", "jsonl.zip"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Judge_SameRowsInAnyFormat_GiveTheSameIncidents(string format)
    {
        var expected = Judge(DataFiles.Csv(s_rows));
        Assert.Equal(490, expected.Count(row => row.Incident is not null));
        var bytes = await BytesAsync(format);
        foreach (var stream in new Stream[] { new MemoryStream(bytes), new OnceStream(bytes) })
        {
            var rows = Judge(stream);
            Assert.Equal(expected.Select(row => row.Incident), rows.Select(row => row.Incident));
            Assert.Equal(expected.Select(row => row.Rejects.Select(reject => reject.Reason)), rows.Select(row => row.Rejects.Select(reject => reject.Reason)));
        }
    }

    /// <summary>Days are numbers with a format, counted from 1900 or 1904; what is merged down holds for every row of it.</summary>
    [Theory]
    [InlineData(false, 45356.5, 45357)]
    [InlineData(true, 43894.5, 43895)]
    public void Read_WorkbookOfDaysAndMergedCells_GivesWhatAPersonSees(bool is1904, double at, double on)
    {
        var sheet = string.Create(CultureInfo.InvariantCulture, $"""
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>district</t></is></c><c r="B1" t="inlineStr"><is><t>at</t></is></c>
            <c r="C1" t="inlineStr"><is><t>on</t></is></c><c r="D1" t="inlineStr"><is><t>time</t></is></c>
            <c r="E1" t="inlineStr"><is><t>number</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Salem</t></is></c><c r="B2" s="2"><v>{at}</v></c>
            <c r="C2" s="1"><v>{on}</v></c><c r="D2" s="3"><v>0.5868</v></c><c r="E2"><v>123456789012</v></c></row>
            <row r="4"><c r="C4" s="1"><v>{on}</v></c><c r="E4"><v>0.1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>
            """);
        Assert.Equal(
            ["district,at,on,time,number", "Salem,2024-03-05T12:00:00,2024-03-06,14:05:00,123456789012", "Salem,,,,", "Salem,,2024-03-06,,0.1"],
            TextOf(DataFiles.Workbook([("Cases", sheet)], is1904)));
    }

    /// <summary>Days without a format are numbers, counted as the workbook counts them; other numbers stay what they are.</summary>
    [Theory]
    [InlineData(false, 45356)]
    [InlineData(true, 43894)]
    public void Judge_WorkbookOfDaysWithoutAFormat_CountsThemAsTheWorkbookDoes(bool is1904, int day)
    {
        string[] texts = ["occurred_from", "reported_on", "jurisdiction_code", "head_code", "property_value"];
        var header = string.Concat(texts.Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"));
        var sheet = string.Create(CultureInfo.InvariantCulture, $"""
            <sheetData><row r="1">{header}</row><row r="2"><c r="A2"><v>{day}.5</v></c><c r="B2"><v>{day + 1}</v></c>
            <c r="C2" t="inlineStr"><is><t>IN-TN-568</t></is></c>
            <c r="D2" t="inlineStr"><is><t>burglary</t></is></c><c r="E2"><v>43894</v></c></row></sheetData>
            """);
        var bytes = DataFiles.Workbook([("Cases", sheet)], is1904);
        var incident = Assert.Single(Judge(bytes)).Incident;
        Assert.NotNull(incident);
        Assert.Equal(
            (new DateOnly(2024, 3, 5), new DateOnly(2024, 3, 6), (long?)43894), (incident.OccurredOn, incident.ReportedOn, incident.PropertyValueRupees));
        Assert.Equal(is1904, FileGlance.Of(new MemoryStream(bytes), null).CountsFrom1904);
    }

    [Fact]
    public async Task Read_ParquetOfTypedValues_GivesThemAsText()
    {
        Assert.Equal(
            ["n,x,is,at,t", "1,13.25,TRUE,2024-03-05T00:00:00Z,\"a, \"\"b\"\"\"", "-2,,FALSE,2024-03-05T22:30:00Z,"],
            TextOf(await DataFiles.TypedParquetAsync()));
    }

    [Theory]
    [InlineData("""[{"a":1,"b":{"c":"x","d":[302,34]}},{"a":null,"e":true}]""", "a,b.c,b.d,e|1,x,\"302, 34\",|,,,true")]
    [InlineData("""{"count":2,"tags":{"x":[1]},"data":[{"a":"[{\"}"},{"a":"é"}],"more":[3]}""", "a|\"[{\"\"}\"|é")]
    [InlineData("{\"a\":1}\n{\"b\":2}\n\n{\"a\":3}", "a,b|1,|,2|3,")]
    [InlineData("\uFEFF[{\"a\":1}]", "a|1")]
    public void Read_Json_GivesAColumnForEveryMember(string json, string rows) =>
        Assert.Equal(rows.Split('|'), TextOf(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Open_SeveralParts_AsksWhichAndTakesTheOneThatIsChosen()
    {
        var csv = DataFiles.Csv(s_rows);
        var zip = DataFiles.Zip(("a.csv", csv), ("folder/b.csv", csv), ("__MACOSX/a.csv", []), ("folder/", []));
        Assert.Equal((FileProblem.ArchiveSeveral, "a.csv, folder/b.csv"), Refusal(zip));
        Assert.Equal(500, Judge(new MemoryStream(zip), new DataFileChoice(Entry: "b.csv")).Count);
        Assert.Equal((FileProblem.ArchiveEntryUnknown, "c.csv; a.csv, folder/b.csv"), Refusal(zip, new DataFileChoice(Entry: "c.csv")));
        var book = DataFiles.Workbook([("Jan", DataFiles.SheetOf(s_rows.Take(20))), ("Feb", DataFiles.SheetOf(s_rows)), ("Notes", "<sheetData/>")]);
        Assert.Equal((FileProblem.SheetSeveral, "Jan, Feb"), Refusal(book));
        Assert.Equal(19, Judge(new MemoryStream(book), new DataFileChoice(Sheet: "jan")).Count);
        Assert.Equal((FileProblem.SheetUnknown, "Mar; Jan, Feb, Notes"), Refusal(book, new DataFileChoice(Sheet: "Mar")));
    }

    [Fact]
    public void Open_UnsafeOrDamaged_IsRefusedEachForItsReason()
    {
        var csv = DataFiles.Csv(s_rows);
        var sheet = DataFiles.SheetOf(s_rows);
        var book = DataFiles.Workbook(s_rows);
        Assert.Equal(FileProblem.Macros, Refusal(DataFiles.Workbook([("A", sheet)], false, ("xl/vbaProject.bin", "x"))).Problem);
        Assert.Equal((FileProblem.UnsafeXml, "xl/sharedStrings.xml"), Refusal(DataFiles.Workbook(
            [("A", sheet)], false, ("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst>&x;</sst>"))));
        Assert.Equal(FileProblem.ArchiveNested, Refusal(DataFiles.Zip(("a.zip", DataFiles.Zip(("b.csv", csv))))).Problem);
        Assert.Equal(FileProblem.ArchiveNested, Refusal(DataFiles.Gzip(DataFiles.Gzip(csv))).Problem);
        Assert.Equal((FileProblem.ArchivePath, "../a.csv"), Refusal(DataFiles.Zip(("../a.csv", csv))));
        Assert.Equal(FileProblem.ArchivePath, Refusal(DataFiles.Zip(("C:\\a.csv", csv))).Problem);
        Assert.Equal(FileProblem.ArchiveEmpty, Refusal(DataFiles.Zip()).Problem);
        byte[] giant = [.. csv, .. Enumerable.Repeat((byte)'a', 64 << 20)];
        Assert.Equal(FileProblem.ArchiveBomb, Refusal(DataFiles.Zip(("a.csv", giant))).Problem);
        Assert.Equal(FileProblem.ArchiveBomb, Refusal(DataFiles.Gzip(giant)).Problem);
        Assert.Equal(FileProblem.Damaged, Refusal(book[..(book.Length / 2)]).Problem);
        Assert.Equal(FileProblem.Damaged, Refusal([.. "PAR1"u8, .. csv]).Problem);
        Assert.Equal(FileProblem.Encrypted, Refusal("PARE1234"u8.ToArray()).Problem);
        Assert.Equal(FileProblem.Encrypted, Refusal([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Problem);
        Assert.Equal(FileProblem.NotText, Refusal(DataFiles.Zip(("[Content_Types].xml", csv), ("word/document.xml", csv))).Problem);
        Assert.Equal(FileProblem.JsonNoRecords, Refusal("""{"a":[1,2]}"""u8.ToArray()).Problem);
        var json = Refusal("[{\"a\":1},\n{\"a\":}]"u8.ToArray());
        Assert.Equal((FileProblem.JsonInvalid, "2"), (json.Problem, json.Details[..1]));
        Assert.Equal((FileProblem.GeoJsonNotPoints, "LineString"), Refusal(
            """{"features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"LineString","coordinates":[[1,2]]}}]}"""u8.ToArray()));
    }

    /// <summary>A bit of an entry's flags says that it is encrypted, in its head and in the directory.</summary>
    [Fact]
    public void Open_ArchiveWithPassword_IsRefused()
    {
        var zip = DataFiles.Zip(("a.csv", DataFiles.Csv(s_rows)));
        zip[6] |= 1;
        var directory = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        zip[directory + 8] |= 1;
        Assert.Equal(FileProblem.Encrypted, Refusal(zip).Problem);
    }

    /// <summary>The library takes a file that was cut off for one that ends, and does not look at sums.</summary>
    [Fact]
    public void Read_ArchiveCutOffOrAltered_IsDamagedAndNotAPartOfIt()
    {
        var csv = DataFiles.Csv(s_rows);
        var gzip = DataFiles.Gzip(csv);
        foreach (var length in new[] { 2, 17, gzip.Length / 2, gzip.Length - 9, gzip.Length - 4, gzip.Length - 1 })
            Assert.Equal(FileProblem.Damaged, Refusal(gzip[..length]).Problem);
        byte[] twice = [.. gzip, .. DataFiles.Gzip("X1,2024-03-05,2024-04-02,IN-TN-568,burglary,,,\n"u8.ToArray())];
        Assert.Equal(501, Judge(twice).Count);
        Assert.Equal(FileProblem.Damaged, Refusal(twice[..^12]).Problem);

        var zip = DataFiles.Zip(("a.csv", csv));
        var sum = BitConverter.GetBytes(System.IO.Hashing.Crc32.HashToUInt32(csv));
        var place = zip.AsSpan().LastIndexOf(sum);
        zip[place] ^= 1;
        Assert.Equal(FileProblem.Damaged, Refusal(zip).Problem);
    }

    /// <summary>Another sample of the kinds of damage that <c>CrimeInsight.Benchmarks --only faults</c> makes 1,000 of.</summary>
    [Fact]
    public async Task Open_DamagedAnywhere_IsRefusedOrJudged()
    {
        var sound = new List<(string, byte[])>();
        foreach (var format in new[] { "csv", "xlsx", "parquet", "json", "jsonl", "geojson", "csv.gz", "csv.zip" })
            sound.Add((format, await BytesAsync(format)));
        var damaged = new DamagedFiles(12, sound);
        var faults = new List<string>();
        for (var i = 0; i < Damaged; i++)
        {
            var (name, bytes) = damaged.Next();
            var started = Stopwatch.GetTimestamp();
            try
            {
                _ = Judge(new MemoryStream(bytes));
            }
            catch (ImportRefusedException)
            {
                // What a damaged file may become.
            }
            catch (Exception failure)
            {
                faults.Add($"{i} {name}: {failure}");
            }

            if (Stopwatch.GetElapsedTime(started) > s_patience)
                faults.Add($"{i} {name}: took {Stopwatch.GetElapsedTime(started)}");
        }

        Assert.True(faults.Count == 0, $"{faults.Count}: {string.Join('\n', faults.Take(5))}");
    }

    private static async Task<byte[]> BytesAsync(string format)
    {
        var parts = format.Split('.');
        var bytes = parts[0] switch
        {
            "csv" => DataFiles.Csv(s_rows),
            "xlsx" => DataFiles.Workbook(s_rows),
            "parquet" => await DataFiles.ParquetAsync(s_rows),
            "geojson" => DataFiles.GeoJson(s_rows, Latitude),
            "json" => DataFiles.JsonArray(s_rows),
            _ => DataFiles.JsonLines(s_rows),
        };
        return parts is [_, "gz"] ? DataFiles.Gzip(bytes) : parts is [_, "zip"] ? DataFiles.Zip(("any-name", bytes)) : bytes;
    }

    // Ten rows are faulty: a date, a head and words of two lines with quotes are among them.
    private static IReadOnlyList<string[]> Rows(int count) =>
    [
        s_header,
        .. Enumerable.Range(0, count).Select(i => new[]
        {
            $"{i}/2024", i % 50 == 7 ? "soon" : $"2024-03-{i % 28 + 1:00}T{i % 24:00}:30", "2024-04-02", i % 2 == 0 ? "IN-TN-568" : "IN-KL-555", "burglary",
            i % 5 == 0 ? "" : i % 2 == 0 ? "13.0827" : "9.9816", i % 5 == 0 ? "" : i % 2 == 0 ? "80.2707" : "76.2999",
            i % 3 == 0 ? "" : $"lock broken,\n\"rear\" door பூட்டு {i}",
        }),
    ];

    private static List<JudgedRow> Judge(byte[] bytes) => Judge(new MemoryStream(bytes));

    private static List<JudgedRow> Judge(Stream content, DataFileChoice? choice = null)
    {
        using var file = new IncidentFile(content, ImportMapping.Canonical, choice: choice);
        var burglary = new CrimeHead(1, "burglary", 0, CrimeHeadLevel.Head, false, new Dictionary<string, string> { ["en"] = "Burglary" });
        var all = new CrimeHead(0, "all", null, CrimeHeadLevel.All, false, new Dictionary<string, string> { ["en"] = "All" });
        var references = new ImportReferences(new ReferenceData(SeedPlaces.Tree, new CrimeHeadTree([all, burglary]), 1), [], null);
        var judge = new IncidentJudge(file.Layout, "records", references, new Viewer(Guid.Empty, "admin", PersonRole.Admin, [0]), new DateOnly(2025, 3, 15));
        return [.. judge.JudgeAll(file)];
    }

    private static string[] TextOf(byte[] bytes)
    {
        using var text = TextSource.Open(new MemoryStream(bytes), null);
        return text.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    private static (FileProblem Problem, string Details) Refusal(byte[] bytes, DataFileChoice? choice = null)
    {
        var refusal = Assert.Throws<ImportRefusedException>(() =>
        {
            using var text = TextSource.Open(new MemoryStream(bytes), null, choice);
            text.ReadToEnd();
        });
        return (refusal.Problem, string.Join("; ", refusal.Details));
    }

    /// <summary>Can be read once, as standard input.</summary>
    private sealed class OnceStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
