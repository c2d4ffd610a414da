using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Sources;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrimeInsight.Tests.Web.Sources;

/// <summary>Sources over a database without cases, each run worked on here and now.</summary>
public sealed class SourceSiteTests(SiteFixture site) : IClassFixture<SiteFixture>, IAsyncLifetime
{
    private const string Password = "kavya tram 4711 lantern";
    private const string Header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code\n";

    private static readonly SourceSchedule s_hourly = new(SourceRhythm.Hourly, TimeOnly.MinValue);
    private readonly string _root = Directory.CreateTempSubdirectory("crimeinsight-sources-").FullName;
    private WebApplication? _app;
    private Viewer? _viewer;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ISourceStore Store => _app!.Services.GetRequiredService<ISourceStore>();

    private SourceDesk Desk => _app!.Services.GetRequiredService<SourceDesk>();

    private string Inbox => Path.Combine(_root, "inbox");

    public async ValueTask InitializeAsync()
    {
        // Built, not started: nothing works by itself.
        _app = site.Build("--Sources:Folder", _root, "--Sources:SettleSeconds", "0", "--Sources:Loopback", "true", "--DataRoom:LeastFreeBytes", "0");
        _viewer = await AdminAsync();
        Directory.CreateDirectory(Inbox);
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Run_GoodFile_IsImportedOnceAndPutAway()
    {
        var source = await AddAsync(SourceAct.Import);
        Assert.Equal(SourceRunState.Nothing, (await RunAsync(source)).State);
        await WriteAsync("june.csv", Rows("g", 12));
        var run = await RunAsync(source);
        Assert.True(run.State == SourceRunState.Imported, $"{run.State} {run.Trouble} {string.Join(',', run.Doubts ?? [])}");
        Assert.Equal((12L, 0L), (run.Counts!.Accepted, run.Counts.Rejected));
        Assert.Equal(["june.csv", "june.csv.txt"], Names("done"));
        Assert.Equal(12, await ScalarAsync<long>("SELECT accepted FROM crime.batch WHERE id = @id", new { id = run.BatchId }));
        // The same content under another name is known; rows that are all known are nothing new.
        await WriteAsync("june again.csv", Rows("g", 12));
        Assert.Equal(SourceRunState.Unchanged, (await RunAsync(source)).State);
        await WriteAsync("may.csv", Rows("g", 5));
        var known = await RunAsync(source);
        Assert.Equal((SourceRunState.Unchanged, 5L), (known.State, known.Counts!.Duplicates));
        Assert.Empty(Directory.EnumerateFiles(Inbox));
        // Taken back, it may come again.
        await _app!.Services.GetRequiredService<IBatchStore>().RollBackAsync(run.BatchId!.Value, _viewer!, null, Token);
        await WriteAsync("june.csv", Rows("g", 12));
        Assert.Equal(SourceRunState.Imported, (await RunAsync(source)).State);
        Assert.Equal(5, (await Store.RunsAsync(_viewer!, source.Id, 10, Token)).Count);
        Assert.NotNull((await Store.FindAsync(_viewer!, source.Id, Token))!.NextAt);
    }

    [Fact]
    public async Task Run_DoubtfulFile_WaitsForItsOwner()
    {
        var source = await AddAsync(SourceAct.Import);
        await WriteAsync("doubtful.csv", Rows("d", 5) + "d-bad,2024-03-01,2024-03-02,IN-TN-568,nonsense\n");
        var run = await RunAsync(source);
        Assert.Equal((SourceRunState.Waits, SourceDoubt.Rejects), (run.State, Assert.Single(run.Doubts!)));
        var steps = await _app!.Services.GetRequiredService<IStepStore>().ListAsync(_viewer!, run.UploadId!.Value, Token);
        Assert.Equal([StepKind.Understand, StepKind.Check], steps.Select(step => step.Kind).Order());
        Assert.Contains("5 %", await File.ReadAllTextAsync(Path.Combine(Inbox, "done", "doubtful.csv.txt"), Token), StringComparison.Ordinal);
        // What waits is known; what its owner threw away is not.
        await WriteAsync("doubtful.csv", Rows("d", 5) + "d-bad,2024-03-01,2024-03-02,IN-TN-568,nonsense\n");
        Assert.Equal(SourceRunState.Unchanged, (await RunAsync(source)).State);
    }

    [Fact]
    public async Task Run_CheckOnly_LeavesTheDecision()
    {
        var source = await AddAsync(SourceAct.Check);
        await WriteAsync("c.csv", Rows("c", 3));
        var run = await RunAsync(source);
        Assert.Equal((SourceRunState.Waits, 3L, 0), (run.State, run.Counts!.Accepted, run.Doubts!.Count));
        Assert.Null(await ScalarAsync<long?>("SELECT 1 FROM crime.batch WHERE person_id = @person", new { person = _viewer!.PersonId }));
    }

    [Fact]
    public async Task Run_Unusable_FailsWithItsReasonAndTheNextGoesOn()
    {
        var source = await AddAsync(SourceAct.Import);
        await WriteAsync("a.csv", "%PDF-1.7 something");
        var failed = await RunAsync(source);
        Assert.Equal((SourceRunState.Failed, SourceProblem.File), (failed.State, failed.Trouble!.Problem));
        Assert.Equal(["a.csv", "a.csv.txt"], Names("failed"));
        Assert.True((await Store.FindAsync(_viewer!, source.Id, Token))!.IsFailing);
        await WriteAsync("b.csv", Rows("u", 2));
        Assert.Equal(SourceRunState.Imported, (await RunAsync(source)).State);
        Assert.False((await Store.FindAsync(_viewer!, source.Id, Token))!.IsFailing);
    }

    [Fact]
    public async Task Run_Address_IsReadWithItsTokenAndNotSentAgain()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var sender = builder.Build();
        var sent = new List<int>();
        sender.MapGet("/cases.csv", (HttpContext context) =>
        {
            var status = context.Request.Headers.Authorization != "Bearer token" ? 401 : context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            sent.Add(status);
            context.Response.Headers.ETag = "\"1\"";
            return status == 200 ? TypedResults.Text(Rows("w", 3)) : (IResult)TypedResults.StatusCode(status);
        });
        await sender.StartAsync(Token);
        var edit = Edit(SourceAct.Import) with { Kind = SourceKind.Web, Address = sender.Urls.Single() + "/cases.csv", SignIn = SourceSignIn.Bearer };
        await Desk.SaveAsync(_viewer!, null, edit, "token", Token);
        var source = (await Store.ListAsync(_viewer!, Token)).Single(one => one.Edit.Name == edit.Name);
        Assert.Equal(3, (await Desk.TryAsync(_viewer!, source, edit, null, Token))!.Sketch.Rows);
        Assert.Equal(SourceRunState.Imported, (await RunAsync(source)).State);
        Assert.Equal(SourceRunState.Unchanged, (await RunAsync(source)).State);
        await Desk.SaveAsync(_viewer!, source, edit, "another", Token);
        Assert.Equal(SourceProblem.SignInRefused, (await RunAsync(source)).Trouble!.Problem);
        Assert.Equal([200, 200, 304, 401], sent);
    }

    [Fact]
    public async Task Run_KilledBehindItsImport_IsFoundDone()
    {
        var source = await AddAsync(SourceAct.Import);
        await WriteAsync("k.csv", Rows("k", 4));
        var run = await RunAsync(source);
        // As a process that is gone left it: imported and not put away, the run does not know.
        File.Move(Path.Combine(Inbox, "done", "k.csv"), Path.Combine(Inbox, "k.csv"));
        await ScalarAsync<int>(
            "UPDATE crime.source_run SET state = 'running', finished_at = NULL, batch_id = NULL, told_at = now() - interval '1 hour' WHERE id = @id "
                + "RETURNING 1",
            new { id = run.Id });
        var turn = await Store.ClaimAsync(Token);
        Assert.Equal(run.Id, turn!.Run);
        var again = await Worker.RunAsync(turn, Token);
        Assert.Equal((SourceRunState.Imported, run.BatchId), (again!.State, again.BatchId));
        Assert.Empty(Directory.EnumerateFiles(Inbox));
        Assert.Equal(1, await ScalarAsync<long>("SELECT count(*) FROM crime.batch WHERE person_id = @person", new { person = _viewer!.PersonId }));
    }

    [Fact]
    public async Task Claim_OwnerIsNoAdministratorAnyMore_PausesAndSaysSo()
    {
        var source = await AddAsync(SourceAct.Import);
        await ScalarAsync<int>("UPDATE crime.person SET role = 1 WHERE id = @id RETURNING 1", new { id = _viewer!.PersonId });
        await ScalarAsync<int>("UPDATE crime.source SET next_at = now() WHERE id = @id RETURNING 1", new { id = source.Id });
        Assert.Null(await Store.ClaimAsync(Token));
        var other = await AdminAsync();
        var paused = (await Store.FindAsync(other, source.Id, Token))!;
        Assert.Equal((true, SourceProblem.OwnerGone), (paused.IsPaused, paused.Last!.Trouble!.Problem));
    }

    [Fact]
    public async Task Sources_OfWhomSomebodyDoesNotManage_AreNotThere()
    {
        var source = await AddAsync(SourceAct.Check);
        var local = await AdminAsync("IN-TN");
        Assert.Null(await Store.FindAsync(local, source.Id, Token));
        Assert.Null(await Store.AskAsync(local, source.Id, byClock: false, Token));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.SaveAsync(local, null, source.Edit with { Name = "mine" }, null, Token));
        await Desk.SaveAsync(local, null, source.Edit with { Name = "mine " + source.Id, OwnerId = local.PersonId }, null, Token);
        Assert.Contains(await Store.ListAsync(_viewer!, Token), one => one.Edit.OwnerId == local.PersonId);
    }

    [Fact]
    public async Task Secret_Stored_IsEncryptedAndStaysWithItsAddress()
    {
        var edit = Edit(SourceAct.Check) with { Kind = SourceKind.Web, Address = "https://example.org/a.csv", SignIn = SourceSignIn.Bearer };
        await Desk.SaveAsync(_viewer!, null, edit, "very secret", Token);
        var known = (await Store.ListAsync(_viewer!, Token)).Single(one => one.Edit.Name == edit.Name);
        Assert.DoesNotContain("very secret", known.HiddenSecret!, StringComparison.Ordinal);
        await Desk.SaveAsync(_viewer!, known, edit with { Address = "https://example.org/b.csv" }, null, Token);
        var refused = await Assert.ThrowsAsync<SourceException>(
            () => Desk.SaveAsync(_viewer!, known, edit with { Address = "https://evil.example/a.csv" }, null, Token));
        Assert.Equal(SourceProblem.SecretMissing, refused.Trouble.Problem);
        Assert.Equal(2, await ScalarAsync<long>("SELECT count(*) FROM crime.audit WHERE action = 'source.saved' AND subject = @subject",
            new { subject = $"source:{known.Id}" }));
    }

    private SourceWorker Worker => _app!.Services.GetRequiredService<SourceWorker>();

    private async Task<SourceRun> RunAsync(Source source)
    {
        var run = await Store.AskAsync(_viewer!, source.Id, byClock: true, Token);
        return (await Worker.RunAsync(new SourceTurn(run!.Value, source.Id, _viewer!.PersonId), Token))!;
    }

    private async Task<Source> AddAsync(SourceAct act)
    {
        var edit = Edit(act);
        await Desk.SaveAsync(_viewer!, null, edit, null, Token);
        return (await Store.ListAsync(_viewer!, Token)).Single(source => source.Edit.Name == edit.Name);
    }

    private SourceEdit Edit(SourceAct act) =>
        new($"source {Guid.NewGuid():N}", SourceKind.Folder, "inbox", null, s_hourly, _viewer!.PersonId, act, Updates: false);

    private static string Rows(string name, int rows) =>
        Header + string.Concat(Enumerable.Range(1, rows).Select(row => $"s{name}-{row},2024-03-{row:00},2024-03-{row + 1:00},IN-TN-568,burglary\n"));

    private async Task WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(Inbox, name), text, Token);
        File.SetLastWriteTimeUtc(Path.Combine(Inbox, name), DateTime.UtcNow.AddMinutes(-1));
    }

    private string[] Names(string place) =>
        [.. Directory.EnumerateFiles(Path.Combine(Inbox, place)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private async Task<Viewer> AdminAsync(string? place = null)
    {
        var person = await site.AddPersonAsync($"admin-{Guid.NewGuid():N}"[..24], Password, PersonRole.Admin);
        if (place is null)
            return person.ToViewer();
        var id = await ScalarAsync<int>(
            "UPDATE crime.person_jurisdiction SET jurisdiction_id = (SELECT id FROM crime.jurisdiction WHERE code = @place) WHERE person_id = @person "
                + "RETURNING jurisdiction_id",
            new { place, person = person.Id });
        return person.ToViewer() with { JurisdictionIds = [id] };
    }

    private async Task<T?> ScalarAsync<T>(string sql, object parameters)
    {
        await using var connection = await site.Database.Owner.OpenConnectionAsync(Token);
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }
}
