using System.Net;
using System.Text;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.DataRoom;

/// <summary>Steps of uploads through the real queue, on a database without cases.</summary>
public sealed class StepSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "kavya tram 4711 lantern";
    private const string Header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private UploadSteps Steps => site.Services.GetRequiredService<UploadSteps>();

    private IUploadStore Uploads => site.Services.GetRequiredService<IUploadStore>();

    [Fact]
    public async Task Steps_OneAfterTheOther_EndWithTheCasesInTheData()
    {
        var (viewer, client) = await AdminAsync();
        using var session = client;
        var upload = await UploadAsync(client, Rows("a", 12) + "a-bad,2024-03-01,2024-03-02,IN-TN-568,nonsense\n");
        var sketch = StepReports.Read<FileSketch>((await RunAsync(viewer, upload, StepKind.Understand)).ReportJson)!;
        Assert.Equal((13, 5), (sketch.Rows, sketch.Columns.Length));
        Assert.Equal(sketch.Sha256, (await Uploads.FindAsync(viewer, upload, Token))!.Sha256);
        var check = StepReports.ReadImport(await RunAsync(viewer, upload, StepKind.Check))!;
        Assert.Equal((13, 12, 1, true), (check.Rows, check.Accepted, check.Rejected, check.IsDryRun));
        using (var rejects = await client.GetAsync($"/data-room/{upload}/rejects.csv"))
            Assert.Contains("nonsense", await rejects.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        // One row of thirteen is more than 5 %: the server keeps to it whatever a page does.
        var stopped = (await RunAsync(viewer, upload, StepKind.Import, StepState.Failed)).Problem!;
        Assert.Equal((FileProblem.TooManyRejected, "1|13"), (stopped.File, string.Join('|', stopped.Details)));
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM crime.batch WHERE person_id = @person", new { person = viewer.PersonId }));
        var step = await RunAsync(viewer, upload, StepKind.Import, request: new StepRequest { Override = "One stray row" });
        var import = StepReports.ReadImport(step)!;
        Assert.Equal((12, false, step.Run), (import.Accepted, import.IsDryRun, import.BatchId));
        Assert.Equal(UploadState.Imported, (await Uploads.FindAsync(viewer, upload, Token))!.State);
        Assert.False(site.Services.GetRequiredService<IUploadFiles>().Exists(upload));
        Assert.Equal(12, await ScalarAsync<long>(
            "SELECT accepted FROM crime.batch WHERE id = @id AND person_id = @person", new { id = step.Run, person = viewer.PersonId }));
        Assert.Equal("Rejects: One stray row", await ScalarAsync<string>(
            "SELECT concat(detail ->> 'stop', ': ', detail ->> 'override') FROM crime.batch WHERE id = @id", new { id = step.Run }));
    }

    /// <summary>Every format goes through every step; what is suggested is what is checked and imported.</summary>
    [Theory]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("geojson")]
    [InlineData("csv.gz")]
    [InlineData("csv.zip")]
    [InlineData("xlsx.zip")]
    public async Task Steps_AnyFormat_GoThroughAsSuggested(string format)
    {
        var (viewer, client) = await AdminAsync();
        using var session = client;
        var upload = await UploadAsync(client, await BytesAsync(format));
        var sketch = StepReports.Read<FileSketch>((await RunAsync(viewer, upload, StepKind.Understand)).ReportJson)!;
        Assert.Equal((6, sketch.Suggestion.Fingerprint), (sketch.Rows, sketch.Fingerprint));
        Assert.Equal("FIR No", sketch.Suggestion.Columns["source_reference"].FirstColumn);
        var request = new StepRequest(new MappingDraft(sketch.Suggestion with { Questions = null }).ToJson());
        var check = StepReports.ReadImport(await RunAsync(viewer, upload, StepKind.Check, request: request))!;
        Assert.Equal((6, 5, sketch.Sha256), (check.Rows, check.Accepted, check.Sha256));
        Assert.Equal(("head_code", "nonsense of"), (sketch.Suggestion.Questions![0].Column, sketch.Suggestion.Questions[0].Value));
        request = request with { Override = ImportDatabase.Why };
        Assert.Equal(5, StepReports.ReadImport(await RunAsync(viewer, upload, StepKind.Import, request: request))!.Accepted);
        // What protected cases hide is not left in samples of their file.
        var kept = StepReports.Read<FileSketch>((await FindAsync(viewer, upload, StepKind.Understand)).ReportJson)!;
        Assert.NotEmpty(sketch.First);
        Assert.Empty(kept.First.Concat(kept.Last));
        Assert.All(kept.Columns, column => Assert.Empty(column.Samples));
        Assert.All(kept.Understanding.Columns, column => Assert.Empty(column.Frequent));
        Assert.Equal((sketch.Rows, sketch.Fingerprint), (kept.Rows, kept.Fingerprint));
    }

    [Fact]
    public async Task Understand_WorkbookOfSeveralSheetsInAnArchive_IsReadWhereItIsChosen()
    {
        var (viewer, client) = await AdminAsync();
        using var session = client;
        string[][] rows = [.. Cells("sheets")];
        var book = DataFiles.Workbook([("Jan", DataFiles.SheetOf(rows.Take(3))), ("Feb", DataFiles.SheetOf(rows))]);
        var upload = await UploadAsync(client, DataFiles.Zip(("book.xlsx", book), ("notes, old.txt", [65])));
        var several = (await RunAsync(viewer, upload, StepKind.Understand, StepState.Failed)).Problem!;
        Assert.Equal((FileProblem.ArchiveSeveral, "book.xlsx|notes, old.txt"), (several.File, string.Join('|', several.Parts!)));
        var entry = new StepRequest(Choice: new DataFileChoice("book.xlsx"));
        Assert.Equal(["Jan", "Feb"], (await RunAsync(viewer, upload, StepKind.Understand, StepState.Failed, entry)).Problem!.Parts!);
        var sheet = new StepRequest(Choice: new DataFileChoice("book.xlsx", "Feb"));
        var sketch = StepReports.Read<FileSketch>((await RunAsync(viewer, upload, StepKind.Understand, request: sheet)).ReportJson)!;
        Assert.Equal(6, sketch.Rows);
        var request = sheet with { MappingJson = new MappingDraft(sketch.Suggestion).ToJson() };
        Assert.Equal(5, StepReports.ReadImport(await RunAsync(viewer, upload, StepKind.Check, request: request))!.Accepted);
    }

    [Fact]
    public async Task Import_KilledAfterItWasStored_IsFoundDoneAndNotDoneTwice()
    {
        var (viewer, client) = await AdminAsync();
        using var session = client;
        var upload = await UploadAsync(client, Rows("k", 7));
        await RunAsync(viewer, upload, StepKind.Understand);
        await RunAsync(viewer, upload, StepKind.Check);
        var step = await RunAsync(viewer, upload, StepKind.Import);
        // As a process that is gone left it: the cases are stored, the step does not know.
        await ScalarAsync<int>(
            "UPDATE crime.upload_step SET state = 'running', finished_at = NULL, report = NULL, told_at = now() - interval '1 hour' WHERE run = @run RETURNING 1",
            new { run = step.Run });
        Assert.Equal(StepState.Interrupted, (await FindAsync(viewer, upload, StepKind.Import)).State);
        await site.Services.GetRequiredService<StepWorker>().RunAsync(upload, StepKind.Import, step.Run, viewer.PersonId, Token);
        var again = StepReports.ReadImport(await FindAsync(viewer, upload, StepKind.Import))!;
        Assert.Equal((7, step.Run), (again.Accepted, again.BatchId));
        Assert.Equal(1, await ScalarAsync<long>("SELECT count(*) FROM crime.batch WHERE person_id = @person", new { person = viewer.PersonId }));
    }

    [Fact]
    public async Task Step_FileThatIsNoTable_FailsWithItsProblem()
    {
        var (viewer, client) = await AdminAsync();
        using var session = client;
        var upload = await UploadAsync(client, "%PDF-1.7 something");
        var step = await RunAsync(viewer, upload, StepKind.Understand, StepState.Failed);
        Assert.Equal(FileProblem.NotText, step.Problem!.File);
        Assert.Equal(["pdf"], step.Problem.Details);
    }

    [Fact]
    public async Task Begin_AskedAnewMeanwhile_LeavesTheNewOneAlone()
    {
        var (viewer, client) = await AdminAsync();
        using var session = client;
        var upload = await UploadAsync(client, Rows("n", 3));
        var store = site.Services.GetRequiredService<IStepStore>();
        var first = await store.AskAsync(viewer, upload, StepKind.Check, new StepRequest(), Token);
        // While one waits or works another is not asked for; cancelled, it is.
        Assert.Null(await store.AskAsync(viewer, upload, StepKind.Check, new StepRequest(), Token));
        Assert.True(await Steps.CancelAsync(viewer, upload, StepKind.Check, Token));
        Assert.NotNull(await store.AskAsync(viewer, upload, StepKind.Check, new StepRequest(), Token));
        Assert.Null(await store.BeginAsync(viewer, upload, StepKind.Check, first!.Value, Token));
    }

    [Fact]
    public async Task Running_CancelAsked_IsToldAtTheNextWord()
    {
        var (viewer, client) = await AdminAsync();
        using var session = client;
        var upload = await UploadAsync(client, Rows("c", 3));
        var store = site.Services.GetRequiredService<IStepStore>();
        var run = await store.AskAsync(viewer, upload, StepKind.Check, new StepRequest(), Token);
        var step = (await store.BeginAsync(viewer, upload, StepKind.Check, run!.Value, Token))!;
        Assert.Equal(StepSign.Go, await store.TellAsync(viewer, step, new ImportProgress(ImportStage.Reading, 2, 100), Token));
        Assert.True(await store.CancelAsync(viewer, upload, StepKind.Check, Token));
        Assert.Equal(StepSign.Cancel, await store.TellAsync(viewer, step, new ImportProgress(ImportStage.Reading, 3, 150), Token));
        await store.EndAsync(viewer, step, StepState.Cancelled, null, null, Token);
        Assert.Equal(StepSign.Over, await store.TellAsync(viewer, step, new ImportProgress(ImportStage.Reading, 3, 150), Token));
    }

    [Fact]
    public async Task Anything_OfOtherAdministratorsUpload_IsNotThere()
    {
        var (owner, client) = await AdminAsync();
        using var session = client;
        var (other, stranger) = await AdminAsync();
        using var foreign = stranger;
        var upload = await UploadAsync(client, Rows("o", 3));
        await RunAsync(owner, upload, StepKind.Understand);
        await RunAsync(owner, upload, StepKind.Check);
        Assert.False(await Steps.StartAsync(other, upload, StepKind.Import, new StepRequest(), Token));
        Assert.Empty(await Steps.ListAsync(other, upload, Token));
        using var rejects = await stranger.GetAsync($"/data-room/{upload}/rejects.csv");
        Assert.Equal(HttpStatusCode.NotFound, rejects.StatusCode);
    }

    [Fact]
    public async Task Mapping_SavedTwice_IsTwoVersionsForEveryAdministrator()
    {
        var (viewer, client) = await AdminAsync();
        client.Dispose();
        var (other, stranger) = await AdminAsync();
        stranger.Dispose();
        var store = site.Services.GetRequiredService<IMappingStore>();
        await store.SaveAsync(viewer, "city", new string('a', 64), "{\"columns\":{}}", Token);
        var second = await store.SaveAsync(other, "city", new string('a', 64), "{\"columns\":{}}", Token);
        Assert.Equal((2, other.UserName), (second.Version, second.SavedBy));
        Assert.Equal(2, Assert.Single(await store.ListAsync(viewer, Token), mapping => mapping.Name == "city").Version);
    }

    private static string Rows(string name, int rows) =>
        Header + "\n" + string.Concat(Enumerable.Range(1, rows).Select(row => $"{name}-{row},2024-03-{row:00},2024-03-{row + 1:00},IN-TN-568,burglary\n"));

    private async Task<UploadStep> RunAsync(Viewer viewer, Guid upload, StepKind kind, StepState expected = StepState.Done, StepRequest? request = null)
    {
        Assert.True(await Steps.StartAsync(viewer, upload, kind, request ?? new StepRequest(), Token));
        for (var attempt = 0; attempt < 400; attempt++)
        {
            if (await FindAsync(viewer, upload, kind) is { IsOpen: false } step)
            {
                Assert.True(step.State == expected, $"{step.State}: {step.Problem}");
                return step;
            }

            await Task.Delay(100, Token);
        }

        throw new TimeoutException($"The step {kind} did not end within 40 s.");
    }

    private async Task<UploadStep> FindAsync(Viewer viewer, Guid upload, StepKind kind) =>
        (await Steps.ListAsync(viewer, upload, Token)).Single(step => step.Kind == kind);

    private static IEnumerable<string[]> Cells(string name) =>
    [
        ["FIR No", "Date of Offence", "District", "Crime Head", "latitude", "longitude"],
        .. Enumerable.Range(1, 6).Select(row => (string[])
            [$"{name}-{row}", $"{row + 10}-03-2024", "Chennai", row == 6 ? "nonsense of" : "burglary", "13.08", "80.27"]),
    ];

    private static async Task<byte[]> BytesAsync(string format)
    {
        string[][] rows = [.. Cells(format)];
        return format switch
        {
            "xlsx" => DataFiles.Workbook(rows),
            "parquet" => await DataFiles.ParquetAsync(rows),
            "json" => DataFiles.JsonArray(rows),
            "jsonl" => DataFiles.JsonLines(rows),
            "geojson" => DataFiles.GeoJson(rows, 4),
            "csv.gz" => DataFiles.Gzip(DataFiles.Csv(rows)),
            "csv.zip" => DataFiles.Zip(("cases.csv", DataFiles.Csv(rows))),
            _ => DataFiles.Zip(("cases.xlsx", DataFiles.Workbook(rows))),
        };
    }

    private static Task<Guid> UploadAsync(SiteClient client, string text) => UploadAsync(client, Encoding.UTF8.GetBytes(text));

    private static async Task<Guid> UploadAsync(SiteClient client, byte[] bytes)
    {
        var tus = new TusClient(client);
        var path = await tus.CreateAsync(bytes.Length);
        (await tus.PatchAsync(path, 0, bytes)).EnsureSuccessStatusCode().Dispose();
        return Guid.Parse(path.Split('/')[^1]);
    }

    private async Task<(Viewer Viewer, SiteClient Client)> AdminAsync()
    {
        var name = $"admin-{Guid.NewGuid():N}"[..24];
        var person = await site.AddPersonAsync(name, Password, PersonRole.Admin);
        var client = site.NewClient();
        (await client.SignInAsync(name, Password)).Dispose();
        return (person.ToViewer(), client);
    }

    private async Task<T?> ScalarAsync<T>(string sql, object parameters)
    {
        await using var connection = await site.Database.Owner.OpenConnectionAsync(Token);
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }
}
