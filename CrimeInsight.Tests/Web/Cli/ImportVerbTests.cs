using System.Text;
using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Data.People;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Cli;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class ImportVerbTests(ImportDatabase database, DatabaseServer server) : IClassFixture<ImportDatabase>, IDisposable
{
    // Three lines of the dataset's form: dates of occurrence month first, the others day first, with a byte-order mark.
    private const string IndianCrimes =
        "\uFEFFReport Number,Date Reported,Date of Occurrence,Time of Occurrence,City,Crime Code,Crime Description,Victim Age,Victim Gender,Weapon "
            + "Used,Crime Domain,Police Deployed,Case Closed,Date Case Closed\r\n"
        + "1,03-02-2020 00:00,02-01-2020 13:00,25-03-2020 01:11,Delhi,576,IDENTITY THEFT,16,M,Knife,Violent Crime,13,No,\r\n"
        + "2,30-12-2021 19:00,12-29-2021 01:00,01-01-2020 06:26,Vasai,128,HOMICIDE,37,X,Poison,Other Crime,9,Yes,29-04-2022 05:00\r\n"
        + "3,02-01-2020 05:00,01-01-2020 02:00,01-01-2020 14:30,Bangalore,271,VEHICLE - STOLEN,48,F,Other,Other Crime,15,No,\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("crimeinsight-import-").FullName;

    [Fact]
    public async Task Run_IndianCrimesDataset_IsReadByItsMapping()
    {
        var (code, json, _) = await RunAsync(new ImportOptions { File = Write("india.csv", IndianCrimes), Mapping = "indian-crimes-dataset" });
        Assert.Equal(0, code);
        Assert.Equal((3, 0, 0), (Number(json, "accepted"), Number(json, "duplicates"), Number(json, "rejected")));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("rejectsFile").ValueKind);
        Assert.Contains("Time of Occurrence", json.GetProperty("ignoredColumns").EnumerateArray().Select(name => name.GetString()));
        var stored = await database.Load.ScalarAsync<string>("""
            SELECT string_agg(concat_ws(' ', j.code, h.code, i.occurred_on, i.reported_on, i.status), '; ' ORDER BY source_reference)
            FROM crime.incident i JOIN crime.crime_head h ON h.id = i.head_id JOIN crime.jurisdiction j ON j.ordinal = i.ordinal
            WHERE source = 'indian-crimes-dataset'
            """);
        Assert.Equal("IN-DL it-act 2020-02-01 2020-02-03 0; IN-MH-665 murder 2021-12-29 2021-12-30 2; IN-KA-525 auto-theft 2020-01-01 2020-01-02 0", stored);
        Assert.Equal(
            3, Number((await RunAsync(new ImportOptions { File = Write("india.csv", IndianCrimes), Mapping = "indian-crimes-dataset" })).Json, "duplicates"));
    }

    [Theory]
    [InlineData("nyc-vehicle-thefts", "motor vehicle theft,40.740061,-73.866212,street")]
    [InlineData("vancouver-open-data", "Theft of Vehicle,49.263365,-123.086919,Mount Pleasant")]
    public async Task Run_CitiesAbroad_RejectsEveryRowAndSaysSoByItsExitCode(string mapping, string row)
    {
        var (code, json,
            errors) = await RunAsync(new ImportOptions
            {
                File = Write("abroad.csv", $"datetime,category,lat,lon,area\n2014-01-01 01:15,{row}\n2014-01-01 01:25,{row}\n"),
                Mapping = mapping,
            });
        Assert.Equal(ImportVerb.NothingUsable, code);
        Assert.Equal(2, json.GetProperty("reasons").GetProperty("CoordinatesOutsideIndia").GetInt64());
        Assert.Contains("Every row was rejected", errors, StringComparison.Ordinal);
        var rejects = await File.ReadAllLinesAsync(Path.Combine(_folder, "abroad.rejects.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(3, rejects.Length);
        Assert.Equal("datetime,category,lat,lon,area,reject_row,reject_line,reject_column,reject_reason,reject_suggestion", rejects[0].TrimStart('\uFEFF'));
        Assert.Equal($"2014-01-01 01:15,{row},2,2,lat,CoordinatesOutsideIndia,", rejects[1]);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "abroad.rejects.csv")));
    }

    [Theory]
    [InlineData("en-IN", "The file is empty.")]
    [InlineData("hi-IN", "फाइल खाली है।")]
    [InlineData("ta-IN", "கோப்பு வெறுமையாக உள்ளது.")]
    public async Task Run_EmptyFile_FailsInThePersonsLanguageAndLeavesNoFile(string culture, string message)
    {
        var failure = await Assert.ThrowsAsync<OperatorException>(() => RunAsync(new ImportOptions { File = Write("empty.csv", "") }, culture));
        Assert.Equal(message, failure.Message);
        Assert.Equal(["empty.csv"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Run_MissingFileOrFolder_FailsInOneLine()
    {
        foreach (var path in new[] { Path.Combine(_folder, "none.csv"), _folder })
            Assert.StartsWith("The file cannot be read: ",
                (await Assert.ThrowsAsync<OperatorException>(() => RunAsync(new ImportOptions { File = path }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnknownMapping_NamesThoseThereAre() => Assert.Contains(
        "indian-crimes-dataset, nyc-vehicle-thefts, vancouver-open-data",
        (await Assert.ThrowsAsync<OperatorException>(() => RunAsync(new ImportOptions { File = Write("a.csv", "x"), Mapping = "../../secrets" }))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "The mapping is not valid: ")]
    [InlineData("""{ "columns": { "when": { "from": "x" } } }""", "'when' is not a canonical column")]
    [InlineData("""{ "columns": { "occurred_from": { "from": "a", "constant": "b" } } }""", "needs either 'from' or 'constant'")]
    [InlineData("""{ "columns": { "occurred_from": { "from": "a" } } }""", "column 'head_code' or 's")]
    [InlineData("""{ "colums": { } }""", "colums")]
    [InlineData("""{ "delimiter": ";;", "columns": { } }""", "'delimiter' must be one character")]
    public async Task Run_BadMapping_SaysWhatIsWrong(string mapping, string expected) => Assert.Contains(
        expected,
        (await Assert.ThrowsAsync<OperatorException>(
            () => RunAsync(new ImportOptions { File = Write("a.csv", "a,b\n1,2\n"), Mapping = Write("m.json", mapping) }))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Run_NotAnAdministrator_IsRefused()
    {
        var officer = await database.Load.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        Assert.Contains("is not an administrator",
            (await Assert.ThrowsAsync<OperatorException>(() => RunAsync(new ImportOptions { File = Write("a.csv", "x"), User = officer.UserName }))).Message,
            StringComparison.Ordinal);
        Assert.Contains("no active person 'nobody'",
            (await Assert.ThrowsAsync<OperatorException>(() => RunAsync(new ImportOptions { File = Write("a.csv", "x"), User = "nobody" }))).Message,
            StringComparison.Ordinal);
    }

    /// <summary>The dataset's own order of dates, told from its values: what is suggested imports every row.</summary>
    [Fact]
    public async Task Run_Suggest_PrintsAMappingThatTheVerbTakes()
    {
        var file = Write("suggested.csv", IndianCrimes);
        var (code, json, _) = await RunAsync(new ImportOptions { File = file, IsSuggestion = true });
        var columns = json.GetProperty("columns");
        var from = columns.GetProperty("occurred_from");
        Assert.Equal((0, "MM-dd-yyyy HH:mm", "Date of Occurrence"), (code, from.GetProperty("formats")[0].GetString(), from.GetProperty("from").GetString()));
        Assert.False(columns.GetProperty("reported_on").TryGetProperty("formats", out _));
        Assert.False(columns.TryGetProperty("occurred_time", out _));
        Assert.Contains("month first", from.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var read = await RunAsync(new ImportOptions { File = file, Mapping = Write("suggested.json", json.GetRawText()), IsDryRun = true });
        var asked = json.GetProperty("questions").EnumerateArray().Sum(question => question.GetProperty("rows").GetInt32());
        Assert.Equal(asked, Number(read.Json, "rejected"));
    }

    /// <summary>The same questions of the same rows, whatever they are packed in; which part is told as for the import.</summary>
    [Fact]
    public async Task Run_SuggestForWorkbookAndArchive_IsThatOfTheText()
    {
        string[][] rows =
        [
            ["FIR No", "Date of Offence", "City", "Offence"],
            .. Enumerable.Range(1, 30).Select(row => (string[])[$"S{row}", $"{row % 28 + 1:00}-03-2024", "Chennai", row % 3 == 0 ? "nonsense of" : "burglary"]),
        ];
        var csv = DataFiles.Csv(rows);
        async Task<string> SuggestAsync(string name, byte[] content, string? entry = null, string? sheet = null)
        {
            var path = Path.Combine(_folder, name);
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
            return (await RunAsync(new ImportOptions { File = path, IsSuggestion = true, Source = "s", Entry = entry, Sheet = sheet })).Json.GetRawText();
        }

        var expected = await SuggestAsync("s.csv", csv);
        Assert.Contains("nonsense of", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await SuggestAsync("s.xlsx", DataFiles.Workbook(rows)));
        Assert.Equal(expected, await SuggestAsync("s.zip", DataFiles.Zip(("a.csv", csv))));
        Assert.Equal(expected, await SuggestAsync("two.zip", DataFiles.Zip(("a.csv", csv), ("b.csv", [65])), entry: "a.csv"));
        var book = DataFiles.Workbook([("A", DataFiles.SheetOf(rows.Take(2))), ("B", DataFiles.SheetOf(rows))]);
        Assert.Equal(expected, await SuggestAsync("two.xlsx", book, sheet: "B"));
    }

    private const string Synthetic = """
        { "name": "made up", "synthetic": true, "columns": {
            "source_reference": { "from": "source_reference" }, "occurred_from": { "from": "occurred_from" },
            "jurisdiction_code": { "from": "jurisdiction_code" }, "head_code": { "from": "head_code" } } }
        """;

    [Fact]
    public async Task Run_TooManyRejected_StoresNothingUntilSomebodySaysWhy()
    {
        var file = Write("stopped.csv", $"{ImportDatabase.Header}\n"
            + string.Concat(Enumerable.Range(1, 18).Select(row => $"ST{row},2023-05-01,,IN-TN-568,burglary\n")) + "ST19,2023-05-01,,IN-TN-568,no such\n");
        var options = new ImportOptions { File = file, Mapping = Write("synthetic.json", Synthetic) };
        var output = new StringWriter();
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => RunAsync(options, output: output));
        Assert.StartsWith("1 of 19 rows would be rejected", refusal.Message, StringComparison.Ordinal);
        var told = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal(
            (18, 1, "Rejects", JsonValueKind.Null),
            (Number(told, "accepted"), Number(told, "rejected"), told.GetProperty("stop").GetString(), told.GetProperty("batch").ValueKind));
        Assert.True(File.Exists(told.GetProperty("rejectsFile").GetString()));

        // Nothing was stored: all are new, and one row more brings the share below the bound.
        var (code, json, _) = await RunAsync(options with { Override = " Old books " });
        Assert.Equal((0, 18, "Old books"), (code, Number(json, "accepted"), json.GetProperty("override").GetString()));
        await File.AppendAllTextAsync(file, "ST20,2023-05-01,,IN-TN-568,burglary\n", TestContext.Current.CancellationToken);
        Assert.Equal(JsonValueKind.Null, (await RunAsync(options)).Json.GetProperty("stop").ValueKind);
    }

    [Fact]
    public async Task Run_DryRunWithRejects_WritesThemAndNoBatch()
    {
        var rejects = Path.Combine(_folder, "chosen.csv");
        var (code, json, errors) = await RunAsync(new ImportOptions
        {
            File = Write("d.csv", $"{ImportDatabase.Header}\nD1,2023-05-01,,IN-TN-568,burglary\nD2,2023-05-01,,IN-TN-568,burglaryy of\n"),
            IsDryRun = true,
            Rejects = rejects,
        });
        Assert.Equal(0, code);
        Assert.Equal((1, 1, JsonValueKind.Null), (Number(json, "accepted"), Number(json, "rejected"), json.GetProperty("batch").ValueKind));
        Assert.Equal(rejects, json.GetProperty("rejectsFile").GetString());
        Assert.EndsWith(",HeadUnknown,burglary", (await File.ReadAllLinesAsync(rejects, TestContext.Current.CancellationToken))[1], StringComparison.Ordinal);
        Assert.StartsWith("Dry run, nothing was changed", errors.Split(Environment.NewLine).First(line => line.Contains("Dry", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-IN", "Add --end-demo")]
    [InlineData("hi-IN", "--end-demo जोड़ें")]
    [InlineData("ta-IN", "--end-demo சேர்க்கவும்")]
    public async Task Run_RealFileIntoADemo_NeedsEndDemo(string culture, string remedy)
    {
        await using var own = await NewDatabaseAsync();
        var station = own.Load.Reference.Jurisdictions.All.First(place => place.Level == JurisdictionLevel.Station
            && place.Code.StartsWith("IN-TN-", StringComparison.Ordinal)).Code;
        var file = Write("real.csv", $"{ImportDatabase.Header}\nE1,2023-05-01,2023-05-02,IN-TN-568,burglary\nE2,2023-05-01,2023-05-02,{station},burglary\n");
        Assert.Equal(0, (await RunAsync(new ImportOptions { File = Write("india.csv", IndianCrimes), Mapping = "indian-crimes-dataset" }, on: own)).Code);
        await own.Load.ScalarAsync<object?>("UPDATE crime.jurisdiction SET is_synthetic = true WHERE level >= 7 AND code LIKE 'IN-TN-%'");
        using var reader = new ReferenceDataReader(own.Load.Fixture.App);
        own.Use(reader);

        var dry = await RunAsync(new ImportOptions { File = file, IsDryRun = true }, on: own);
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => RunAsync(new ImportOptions { File = file }, culture, own));
        Assert.Equal(3, await own.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident"));
        var ended = await RunAsync(new ImportOptions { File = file, EndsDemo = true }, on: own);
        var after = await Assert.ThrowsAsync<OperatorException>(
            () => RunAsync(new ImportOptions { File = Write("india.csv", IndianCrimes), Mapping = "indian-crimes-dataset" }, on: own));

        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, Number(dry.Json, "accepted"));
        Assert.Contains(dry.Json.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("warning").GetString() == "DemoEnds");
        Assert.Equal(2, Number(ended.Json, "accepted"));
        Assert.Equal("4 4",
            await own.Load.ScalarAsync<string>(
                "SELECT string_agg(j.level::text, ' ') FROM crime.incident i JOIN crime.jurisdiction j ON j.ordinal = i.ordinal"));
        Assert.Contains("the database holds real ones", after.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RejectsIntoTheFileItself_IsRefusedAndTheFileStays()
    {
        var file = Write("self.csv", $"{ImportDatabase.Header}\nbad\n");
        Assert.Contains("cannot be written",
            (await Assert.ThrowsAsync<OperatorException>(() => RunAsync(new ImportOptions { File = file, Rejects = file }))).Message, StringComparison.Ordinal);
        Assert.Equal(2, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public void Texts_EveryReasonProblemAndWarning_HasOneInEachLanguage()
    {
        foreach (var culture in new[] { "en-IN", "hi-IN", "ta-IN" })
        {
            var texts = ImportVerb.TextsFor(culture);
            Assert.All(Enum.GetValues<RejectReason>(), reason => Assert.NotEmpty(texts.Of(reason)));
            Assert.All(Enum.GetValues<ImportWarning>(), warning => Assert.NotEmpty(texts.Of(warning)));
            Assert.All(Enum.GetValues<BatchProblem>(), problem => Assert.NotEmpty(texts.Of(new BatchRefusedException(problem, "a"))));
            Assert.All(Enum.GetValues<FileProblem>(), problem => Assert.NotEmpty(texts.Of(new ImportRefusedException(problem, "a", "b"))));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private async Task<ImportDatabase> NewDatabaseAsync()
    {
        var made = new ImportDatabase(server);
        await made.InitializeAsync();
        return made;
    }

    private async Task<(int Code, JsonElement Json, string Errors)> RunAsync(
        ImportOptions options, string culture = "en-IN", ImportDatabase? on = null, StringWriter? output = null)
    {
        on ??= database;
        await using var services = new ServiceCollection()
            .AddSingleton<IUserStore<Person>>(_ => new PersonStore(on.Load.Fixture.App, new IdentityErrorDescriber()))
            .AddSingleton(on.Importer)
            .AddSingleton<IMappingAdviser>(on.Adviser)
            .BuildServiceProvider();
        output ??= new StringWriter();
        using var errors = new StringWriter();
        var code = await ImportVerb.RunAsync(services, options, ImportVerb.TextsFor(culture), output, errors, TestContext.Current.CancellationToken);
        return (code, JsonDocument.Parse(output.ToString()).RootElement.Clone(), errors.ToString());
    }
}
