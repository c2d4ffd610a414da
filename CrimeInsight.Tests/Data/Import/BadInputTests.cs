using System.IO.Compression;
using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Each kind of bad input has its own clear reason, and never stops a row that is good.</summary>
public sealed class BadInputTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private const string Good = "G1,2023-05-01,2023-05-02,IN-TN-568,burglary";
    private const string Wide = ImportDatabase.Header
        + ",state,district,latitude,longitude,victim_gender,victim_age,status,property_value,modus_operandi,occurred_until";

    public static TheoryData<string, RejectReason, string> BadRows => new()
    {
        { ",2023-05-01,2023-05-02,,burglary", RejectReason.ValueMissing, "jurisdiction_code" },
        { "a,,2023-05-02,IN-TN-568,burglary", RejectReason.ValueMissing, "occurred_from" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,", RejectReason.ValueMissing, "head_code" },
        { "a,2023-05-01,2023-05-02,IN-TN-568", RejectReason.ColumnCount, "" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,more,x,y,z,1,2,3,4,5,6,7,8", RejectReason.ColumnCount, "" },
        { "\"a,2023-05-01,2023-05-02,IN-TN-568,burglary", RejectReason.QuoteUnbalanced, "" },
        { "=1+1,2023-05-01,2023-05-02,IN-TN-568,burglary", RejectReason.FormulaLike, "source_reference" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,@burglary", RejectReason.FormulaLike, "head_code" },
        { "a,2023-05-01,2023-05-02,+IN-TN-568,burglary", RejectReason.FormulaLike, "jurisdiction_code" },
        { "a,2023-02-30,2023-05-02,IN-TN-568,burglary", RejectReason.DateInvalid, "occurred_from" },
        // In India it is 15 March 2025 already.
        { "a,2025-03-16,,IN-TN-568,burglary", RejectReason.DateInFuture, "occurred_from" },
        { "a,1949-12-31,2023-05-02,IN-TN-568,burglary", RejectReason.DateTooOld, "occurred_from" },
        { "a,2023-05-03,2023-05-02,IN-TN-568,burglary", RejectReason.ReportedBeforeOccurred, "reported_on" },
        { "a,2023-05-01,2023-05-02,IN-ZZ,burglary", RejectReason.JurisdictionUnknown, "jurisdiction_code" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglery of the moon", RejectReason.HeadUnknown, "head_code" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,theft", RejectReason.HeadNotLeaf, "head_code" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,41", RejectReason.HeadUnknown, "head_code" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,Kerala", RejectReason.JurisdictionMismatch, "state" },
        { "a,2023-05-01,2023-05-02,,burglary,,Aurangabad", RejectReason.JurisdictionAmbiguous, "district" },
        { "a,2023-05-01,2023-05-02,,burglary,Atlantis", RejectReason.JurisdictionUnknown, "state" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,13.08", RejectReason.CoordinateIncomplete, "longitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,north,80.2", RejectReason.NumberInvalid, "latitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,NaN,80.2", RejectReason.NumberInvalid, "latitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,913.08,80.2", RejectReason.CoordinateInvalid, "latitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,80.27,13.08", RejectReason.CoordinatesSwapped, "latitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,40.74,-73.87", RejectReason.CoordinatesOutsideIndia, "latitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,0,0", RejectReason.CoordinatesOutsideIndia, "latitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,28.61,77.21", RejectReason.CoordinatesFarFromJurisdiction, "latitude" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,,,robot", RejectReason.GenderUnknown, "victim_gender" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,,,,300", RejectReason.AgeInvalid, "victim_age" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,,,,,lost", RejectReason.StatusUnknown, "status" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,,,,,,-5", RejectReason.AmountInvalid, "property_value" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,,,,,,a lot", RejectReason.NumberInvalid, "property_value" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,,,,,,," + "x" + new string('y', 5000), RejectReason.ValueTooLong, "modus_operandi" },
        { new string('r', 300) + ",2023-05-01,2023-05-02,IN-TN-568,burglary", RejectReason.ValueTooLong, "source_reference" },
        { "a,2023-05-01,2023-05-02,IN-TN-568,burglary,,,,,,,,,,2023-04-30", RejectReason.EndBeforeStart, "occurred_until" },
        { "a\0b,2023-05-01,2023-05-02,IN-TN-568,burglary", RejectReason.ControlCharacters, "source_reference" },
        { "a,2023-05-01T25:00,2023-05-02,IN-TN-568,burglary", RejectReason.DateInvalid, "occurred_from" },
        { new string('z', 10_000_000) + ",2023-05-01,2023-05-02,IN-TN-568,burglary", RejectReason.RowTooLong, "" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task Import_BadRow_HasItsReasonAndTheRowsAroundItAreAccepted(string row, RejectReason reason, string column)
    {
        var text = $"{Wide}\n{Pad(Good)}\n{Pad(row)}\n{Pad(Good.Replace("G1", "G2", StringComparison.Ordinal))}\n";
        var report = await database.ImportAsync(text, isDryRun: true);
        Assert.Equal((3, 2, 1), (report.Rows, report.Accepted, report.Rejected));
        var reject = Assert.Single(report.Examples);
        Assert.Equal((3, 3, column, reason), (reject.Row, reject.Line, reject.Column, reject.Reason));
        Assert.True(reject.Value is null || reject.Value.Length <= 101);
    }

    public static TheoryData<string, byte[], FileProblem> BadFiles => new()
    {
        { "empty", [], FileProblem.Empty },
        { "blank lines", "\n\n  \n"u8.ToArray(), FileProblem.Empty },
        { "only a byte-order mark", [0xEF, 0xBB, 0xBF], FileProblem.Empty },
        { "header only", Utf8(ImportDatabase.Header + "\n"), FileProblem.HeaderOnly },
        { "archive of an empty file", Zip(), FileProblem.Empty },
        { "pdf", Utf8("%PDF-1.7\n%âãÏÓ"), FileProblem.NotText },
        { "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileProblem.NotText },
        { "zeros", new byte[5000], FileProblem.NotText },
        { "one column", Utf8("when\n2023-05-01\n"), FileProblem.DelimiterUnknown },
        { "unknown delimiter", Utf8(Good.Replace(',', '~')), FileProblem.DelimiterUnknown },
        { "doubled column", Utf8("occurred_from,head_code,HEAD_CODE,state\n"), FileProblem.DuplicateHeader },
        { "no head", Utf8("occurred_from,state\n2023-05-01,Kerala\n"), FileProblem.ColumnMissing },
        { "no place", Utf8("occurred_from,head_code\n2023-05-01,burglary\n"), FileProblem.ColumnMissing },
        { "open quote in the header", Utf8("occurred_from,\"head_code,state\n2023-05-01,burglary,Kerala\n"), FileProblem.HeaderUnreadable },
        { "header in another encoding", [.. "occurred_from,head_code,state,\xE9t\xE9\n".Select(letter => (byte)letter)], FileProblem.HeaderUnreadable },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Import_BadFile_IsRefusedWithItsProblem(string what, byte[] bytes, FileProblem problem)
    {
        Assert.NotEmpty(what);
        Assert.Equal(problem, (await Assert.ThrowsAsync<ImportRefusedException>(() => database.ImportAsync(bytes, isDryRun: true))).Problem);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task Import_OtherDelimiter_IsFound(char delimiter)
    {
        var report = await database.ImportAsync($"{ImportDatabase.Header}\n{Good}\n".Replace(',', delimiter), isDryRun: true);
        Assert.Equal((delimiter, 1), (report.Delimiter, report.Accepted));
    }

    [Fact]
    public async Task Import_SepLineOfASpreadsheet_IsObeyed() =>
        Assert.Equal(1, (await database.ImportAsync($"sep=;\r\n{$"{ImportDatabase.Header}\r\n{Good}\r\n".Replace(',', ';')}", isDryRun: true)).Accepted);

    public static TheoryData<string, bool> Encodings =>
        new()
        {
            { "utf-8", true },
            { "utf-8", false },
            { "utf-16", true },
            { "utf-16", false },
            { "utf-16BE", true },
            { "utf-16BE", false },
            { "utf-32", true },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Import_UnicodeWithOrWithoutMark_IsFound(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"{ImportDatabase.Header},state\nஅ-1,2023-05-01,2023-05-02,,burglary,தமிழ்நாடு\nब-2,2023-05-01,2023-05-02,,burglary,केरल\n";
        var report = await database.ImportAsync([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)], isDryRun: true);
        Assert.Equal((2, 0), (report.Accepted, report.Rejected));
    }

    [Fact]
    public async Task Import_Windows1252_IsRejectedAsUtf8AndReadWhenNamed()
    {
        byte[] bytes = [.. $"{ImportDatabase.Header},modus_operandi\n{Good},caf\xE9\n".Select(letter => (byte)letter)];
        var asFound = await database.ImportAsync(bytes, isDryRun: true);
        Assert.Equal((RejectReason.EncodingInvalid, "modus_operandi"), (asFound.Examples[0].Reason, asFound.Examples[0].Column));
        Assert.Equal(1, (await database.ImportAsync(bytes, isDryRun: true, encoding: "windows-1252")).Accepted);
        Assert.Equal(
            FileProblem.EncodingUnknown, (await Assert.ThrowsAsync<ImportRefusedException>(() => database.ImportAsync(bytes, encoding: "klingon"))).Problem);
    }

    [Fact]
    public async Task Import_MixedDateOrder_RejectsWhatCannotBeTold()
    {
        var report = await database.ImportAsync(
            $"{ImportDatabase.Header}\na,12/31/2023,,IN-TN-568,burglary\nb,03/04/2023,,IN-TN-568,burglary\nc,31/12/2023,,IN-TN-568,burglary\n", isDryRun: true);
        Assert.Equal([RejectReason.DateInvalid, RejectReason.DateAmbiguous], report.Examples.Select(reject => reject.Reason));
        Assert.Equal(1, report.Accepted);
    }

    [Fact]
    public async Task Import_RecordOverSeveralLines_HasRowAndLine()
    {
        var report = await database.ImportAsync(
            $"{ImportDatabase.Header},modus_operandi\n{Good},\"one\ntwo\nthree\"\nx,2023-05-01,2023-05-02,IN-TN-568,nonsense,\n", isDryRun: true);
        Assert.Equal((3, 5), (report.Examples[0].Row, report.Examples[0].Line));
    }

    [Fact]
    public async Task Import_PersonalColumns_AreNotReadAndNamed()
    {
        var report = await database.ImportAsync($"{ImportDatabase.Header},Victim Name,Mobile\n{Good},A. B.,9876543210\n", isDryRun: true);
        Assert.Equal(["Victim Name", "Mobile"], report.Warnings.Where(warning => warning.Warning == ImportWarning.PersonalColumnIgnored)
            .Select(warning => warning.Column));
        const string mapping =
            """{ "columns": { "occurred_from": { "from": "occurred_from" }, "head_code": { "from": "head_code" }, "state": { "constant": "Kerala" }, "modus_operandi": { "from": "Victim Name" } } }""";
        Assert.Equal(FileProblem.PersonalColumn, (await Assert.ThrowsAsync<ImportRefusedException>(() =>
            database.ImportAsync($"{ImportDatabase.Header},Victim Name\n{Good},A. B.\n", mapping))).Problem);
    }

    [Fact]
    public async Task Import_SensitiveHead_WithholdsPlaceAndWordsInRejects()
    {
        var report = await database.ImportAsync(
            $"{ImportDatabase.Header},latitude,longitude,status\na,2023-05-01,2023-05-02,IN-TN-568,rape,80.2707,13.0827,lost\n", isDryRun: true);
        Assert.Equal([("latitude", null, null), ("status", "lost", null)], report.Examples.Select(reject => (reject.Column, reject.Value, reject.Suggestion)));
    }

    private static string Pad(string row)
    {
        var commas = row.Count(letter => letter == ',');
        // A row of five columns gets the others, empty; the case of a wrong number of columns stays as it is.
        return commas is >= 4 and < 14 && !row.StartsWith('"') ? row + new string(',', 14 - commas) : row;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("xl/workbook.xml");
        return stream.ToArray();
    }
}
