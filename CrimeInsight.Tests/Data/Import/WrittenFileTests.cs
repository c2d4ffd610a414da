using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Files as people send them: every case of the kind that read wrong facts, or refused right ones, in silence.</summary>
public sealed class WrittenFileTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private const string Where = ",2024-03-06,Chennai,burglary";
    private const string Header = "source_reference,occurred_from,reported_on,district,head_code";

    [Fact]
    public async Task Import_CoordinatesInEveryForm_AreAccepted()
    {
        var report = await database.ImportAsync(
            "source_reference;occurred_from;latitude;longitude;head_code\nG1;2024-03-05;13,0827;80,2707;burglary\n"
            + "G2;2024-03-05;13°04'57.7\"N;80°16'14.5\"E;burglary\nG3;2024-03-05;13.0827 N;80.2707 E;burglary\n"
            + "G4;2024-03-05;13.0827, 80.2707;;burglary\nG5;2024-03-05;POINT(80.2707 13.0827);;burglary\n"
            + "G6;2024-03-05;1446450;420950;burglary\nG7;2024-03-05;80.2707;13.0827;burglary\n"
            + "G8;2024-03-05;80.2707 E;13.0827 N;burglary\nG9;2024-03-05;13.0827 E;80.2707 E;burglary\n", isDryRun: true);
        Assert.Equal(6, report.Accepted);
        Assert.Equal([RejectReason.CoordinatesProjected, RejectReason.CoordinatesSwapped, RejectReason.CoordinateInvalid],
            report.Examples.Select(reject => reject.Reason));
    }

    [Fact]
    public async Task Import_OneColumnOfPoints_IsReadForBoth()
    {
        const string mapping = """
            { "columns": { "occurred_from": { "from": "when" }, "head_code": { "from": "what" }, "latitude": { "from": "Location" }, "longitude": { "from": "Location" } } }
            """;
        var report = await database.ImportAsync(
            "when;what;Location\n2024-03-05;burglary;13.0827, 80.2707\n2024-03-06;burglary;POINT(80.27 13.08)\n", mapping, isDryRun: true);
        Assert.Equal((2, 0), (report.Accepted, report.Rejected));
    }

    [Fact]
    public async Task Import_DoubledHeaderThatIsNotRead_DoesNotMatter()
    {
        var report = await database.ImportAsync($"{Header},Remarks,Remarks\nD1,2024-03-05{Where},a,b\n", isDryRun: true);
        Assert.Equal(1, report.Accepted);
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(
            () => database.ImportAsync($"{Header},Head Code\nD1,2024-03-05{Where},arson\n".Replace("head_code", "HEAD-CODE", StringComparison.Ordinal)));
        Assert.Equal(FileProblem.DuplicateHeader, refusal.Problem);
    }

    [Theory]
    [InlineData("Source Reference,Occurred From,Reported On,District,Head Code")]
    [InlineData("SOURCE-REFERENCE,OCCURRED-FROM,REPORTED-ON,DISTRICT,HEAD-CODE")]
    [InlineData("\uFEFFsource_reference,occurred_from\u200B,reported on\u00A0,District:,head.code")]
    [InlineData("FIR register of Chennai\n\nsource_reference,occurred_from,reported_on,district,head_code")]
    [InlineData("FIR register; all stations\nPeriod: March 2024, draft\nsource_reference,occurred_from,reported_on,district,head_code")]
    public async Task Import_HeaderAsPeopleWriteIt_IsRead(string header)
    {
        var report = await database.ImportAsync($"{header}\nH1,2024-03-05{Where}\nH2,2024-03-05{Where}\n", isDryRun: true);
        Assert.Equal((2, 0, 0), (report.Accepted, report.Rejected, report.IgnoredColumns.Length));
    }

    [Fact]
    public async Task Import_ValuesWithWhatNobodySees_AreReadWithoutIt()
    {
        var report = await database.ImportAsync(
            $"{Header},state\nZ1,2024-03-05,2024-03-06,Chen\u200Bnai,burglary\uFEFF,Tamil\u00A0Nadu\n"
            + "Z2\u200E,\u00A02024-03-05,2024-03-06,Chennai\u00AD,burglary,\n",
            isDryRun: true);
        Assert.Equal((2, 0), (report.Accepted, report.Rejected));
    }

    [Fact]
    public async Task Import_ValuesInIndianScriptsAndWords_AreAccepted()
    {
        var report = await database.ImportAsync(
            $"{Header},victim_age,victim_gender\nI1,०५-०३-२०२४{Where},34,महिला\nI2,5th March 2024{Where},34,\nI3,2024-03-05{Where},34 yrs,F\n"
            + $"I5,2024-03-05{Where},३४,স্ত্রী\nI6,05-03-2024 24:00{Where},34,ஆண்\n".Replace("স্ত্রী", "মহিলা", StringComparison.Ordinal), isDryRun: true);
        Assert.Equal((5, 0), (report.Accepted, report.Rejected));
    }

    [Theory]
    [InlineData("dd-mm-yyyy")]
    [InlineData("DD-MM-YYYY")]
    public async Task Import_FormatOfMinutesOrCapitals_IsRefusedWithTheRightOne(string format)
    {
        var mapping = """
            {"name":"f","columns":{"source_reference":{"from":"source_reference"},"occurred_from":{"from":"when","formats":["FORMAT"]},"district":{"from":"district"},"head_code":{"from":"head_code"}}}
            """.Replace("FORMAT", format, StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(
            () => database.ImportAsync("source_reference,when,district,head_code\nM1,05-03-2024,Chennai,burglary\n", mapping));
        Assert.Contains("write 'dd-MM-yyyy'", refusal.Details[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TimesASpreadsheetUnpadded_AreReadAsTheyWere()
    {
        const string mapping = """
            {"name":"unpadded","source":"unpadded","columns":{"source_reference":{"from":"source_reference"},"occurred_from":{"from":"when"},"occurred_time":{"from":"clock","formats":["HHmm","Hmm","mm"]},"district":{"from":"district"},"head_code":{"from":"head_code"}}}
            """;
        await database.ImportAsync(
            "source_reference,when,clock,district,head_code\nK1,2024-03-05,2130,Chennai,burglary\nK2,2024-03-05,930,Chennai,burglary\nK3,2024-03-05,15,Chennai,burglary\n",
            mapping);
        Assert.Equal("K1 21:30; K2 09:30; K3 00:15", await database.Load.ScalarAsync<string>("""
            SELECT string_agg(source_reference || to_char(occurred_from AT TIME ZONE 'Asia/Kolkata', ' HH24:MI'), '; ' ORDER BY source_reference)
            FROM crime.incident WHERE source = 'unpadded'
            """));
    }

    /// <summary>The order of day and month is judged on the whole column, however far behind the first rows its proof stands.</summary>
    [Fact]
    public async Task Import_MonthFirstDateInTheLastRow_LeavesNoDateGuessed()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"L{i},03/04/2023,,IN-TN-568,burglary\n"));
        var report = await database.ImportAsync($"{ImportDatabase.Header}\n{rows}last,12/31/2023,,IN-TN-568,burglary\n", isDryRun: true);
        Assert.Equal((20_001, 0), (report.Rows, report.Accepted));
        Assert.Equal(20_000, report.Reasons.Single(reason => reason.Key == RejectReason.DateAmbiguous).Value);
        Assert.Equal(20_000, (await database.ImportAsync($"{ImportDatabase.Header}\n{rows}", isDryRun: true)).Accepted);
    }

    [Fact]
    public async Task Import_MonthFirstDateLateInAPipe_RefusesTheWhole()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"P{i},03/04/2023,,IN-TN-568,burglary\n"));
        using var pipe = new OneWayStream(Encoding.UTF8.GetBytes($"{ImportDatabase.Header}\n{rows}last,12/31/2023,,IN-TN-568,burglary\n"));
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Importer.ImportAsync(
            new ImportRequest { FileName = "pipe", Content = pipe }, database.Load.Admin, null, TestContext.Current.CancellationToken));
        Assert.Equal((FileProblem.DateOrderUnknown, "occurred_from"), (refusal.Problem, refusal.Details[0]));
        Assert.Equal(0, await database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE source_reference LIKE 'P%'"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body><table><tr><td>FIR</td></tr></table>", "html")]
    [InlineData("\uFEFF\n <table border=1><tr><td>FIR</td></tr></table>", "html")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related", "html")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", "xml-spreadsheet")]
    [InlineData("<?xml version=\"1.0\"?><firs/>", "xml")]
    [InlineData("{\\rtf1\\ansi FIR}", "rtf")]
    [InlineData("%PDF-1.7", "pdf")]
    public async Task Import_OtherKindOfFileNamedCsv_IsNamed(string text, string kind)
    {
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.ImportAsync(text));
        Assert.Equal((FileProblem.NotText, kind), (refusal.Problem, refusal.Details[0]));
    }

    [Fact]
    public async Task Import_SeveralColumnsPartsFiltersAndFooters_AreReadAsMapped()
    {
        const string mapping = """
            {"version":2,"source":"book","headerRow":3,"skipFooters":true,"where":[{"column":"Type","in":["FIR"]},{"column":"Crime","notIn":["(none)"]}],
             "columns":{"source_reference":{"from":["FIR No.","Year","PS"],"separator":"/"},"occurred_from":{"from":"When","pattern":"^(\\S+)"},
             "district":{"constant":"Chennai"},"head_code":{"from":"Crime","pattern":"\\((.+)\\)"}}}
            """;
        await database.ImportAsync(
            "FIR book\n,,,,,\nFIR No.,Year,PS,When,Crime,Type\n1,2024,Alpha,05-03-2024 (Tue),Theft in house (burglary),FIR\n2,2024,Beta,06-03-2024 x,Theft "
                + "(arson),fir\n"
            + "3,2024,Beta,06-03-2024,x (arson),NCR\nTotal,3,,,,\nNote: as of today,,,,,\n", mapping);
        Assert.Equal("1/2024/Alpha burglary; 2/2024/Beta arson", await database.Load.ScalarAsync<string>("""
            SELECT string_agg(source_reference || ' ' || h.code, '; ' ORDER BY source_reference)
            FROM crime.incident i JOIN crime.crime_head h ON h.id = i.head_id WHERE source = 'book'
            """));
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
