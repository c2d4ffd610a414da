using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Data.Embedded;
using Dapper;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>
/// kill -9 of the app or of its database at random moments of the upload, the check, the import and the roll back of a file: after each there is all of it
/// or nothing, uploads go on behind the last byte, and the next try comes to its end.
/// </summary>
internal sealed class KillBenchmark(string folder, FigureTable table)
{
    private const int Rows = 20_000;
    private const int PieceBytes = 1 << 16;

    private enum Stage
    {
        Upload,
        Check,
        Import,
        RollBack,
    }

    private const string StateSql = """
        SELECT (SELECT count(*) FROM crime.incident), (SELECT coalesce(sum(cases), 0)::bigint FROM crime.rollup_month WHERE level = 0 AND head_id = 0)
        """;

    private const string StagingSql = "SELECT count(*) FROM pg_class WHERE relnamespace = 'staging'::regnamespace AND relkind = 'r'";

    // Half a minute of silence, without waiting for it.
    private const string ForgetSql = """
        UPDATE crime.upload_step
        SET told_at = told_at - interval '1 hour', asked_at = asked_at - interval '1 hour'
        WHERE state IN ('waiting', 'running')
        """;

    private const string StandingSql = "SELECT id FROM crime.batch WHERE accepted > 0 AND finished_at IS NOT NULL AND rolled_back_at IS NULL";

    private readonly List<string> _faults = [];
    private FaultRoom _room = null!;

    public async Task RunAsync(int kills, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var struck = new SortedDictionary<string, int>(StringComparer.Ordinal);
        _room = await FaultRoom.OpenAsync(folder, cancellationToken);
        await using (_room)
        {
            for (var i = 0; i < kills; i++)
            {
                var (stage, isApp) = ((Stage)(i % 4), random.Next(2) == 0);
                var name = $"{stage} {(isApp ? "app" : "database")}";
                struck[name] = struck.GetValueOrDefault(name) + 1;
                try
                {
                    await RoundAsync(i, stage, isApp, random.NextDouble(), cancellationToken);
                }
                catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
                {
                    Fault(i, $"{name}: {failure.Message}");
                    await RestoreAsync(cancellationToken);
                }
            }

            if (await ScalarAsync<long>(StagingSql, cancellationToken) is > 0 and var left)
                Fault(kills, $"{left} staging tables are left");
        }

        foreach (var fault in _faults.Take(20))
            table.Note("    " + fault);
        table.Note("    killed: " + string.Join(", ", struck.Select(pair => $"{pair.Key} {pair.Value}")));
        table.Add($"kills of {kills} that left something half done, or did not go on", _faults.Count.ToString(CultureInfo.InvariantCulture), "0",
            _faults.Count == 0);
    }

    private async Task RoundAsync(int round, Stage stage, bool isApp, double moment, CancellationToken cancellationToken)
    {
        var bytes = FaultRows.Csv($"k{round}-", Rows);
        var path = (await _room.CreateAsync(bytes.Length, cancellationToken)).Path!;
        var upload = Guid.Parse(path.Split('/')[^1]);
        await StrikeAsync(stage == Stage.Upload, isApp, moment * 0.5, () => SendAsync(path, bytes, isSlow: stage == Stage.Upload, cancellationToken),
            cancellationToken);
        for (var attempt = 0; await OffsetAsync(path, cancellationToken) < bytes.Length && attempt < 5; attempt++)
            await SendAsync(path, bytes, isSlow: false, cancellationToken);
        await StepAsync(upload, StepKind.Check, stage == Stage.Check, isApp, moment * 0.5, cancellationToken);
        var check = StepReports.ReadImport(await _room.FindAsync(upload, StepKind.Check, cancellationToken));
        if (check?.Accepted != Rows || check.Sha256 != Convert.ToHexStringLower(SHA256.HashData(bytes)))
            Fault(round, $"the check found {check?.Accepted} of {Rows}, or other bytes");
        await StepAsync(upload, StepKind.Import, stage == Stage.Import, isApp, moment * 2, cancellationToken);
        await JudgeAsync(round, "import", [Rows], cancellationToken);
        await StrikeAsync(stage == Stage.RollBack, isApp, stage == Stage.RollBack ? 0.5 + moment * 3 : 0,
            () => RollBackAsync(stage == Stage.RollBack, isApp, cancellationToken), cancellationToken);
        await JudgeAsync(round, "roll back", [0, Rows], cancellationToken);
        await RollBackAsync(byVerb: false, isApp, cancellationToken);
        await JudgeAsync(round, "end", [0], cancellationToken);
    }

    private async Task StepAsync(Guid upload, StepKind kind, bool isStruck, bool isApp, double seconds, CancellationToken cancellationToken)
    {
        await StrikeAsync(
            isStruck, isApp, seconds,
            async () =>
            {
                if (await _room.AskAsync(upload, kind, cancellationToken))
                    await Task.Delay(isStruck ? TimeSpan.FromSeconds(seconds + 1) : TimeSpan.Zero, cancellationToken);
            },
            cancellationToken);
        if (isStruck)
            await JudgeAsync(-1, kind.ToString(), [0, Rows], cancellationToken);
        for (var attempt = 0; (await _room.EndAsync(upload, kind, cancellationToken)).State != StepState.Done && attempt < 3; attempt++)
            await FaultWait.UntilAnsweredAsync(() => _room.AskAsync(upload, kind, cancellationToken), cancellationToken);
    }

    private async Task StrikeAsync(bool isStruck, bool isApp, double seconds, Func<Task> work, CancellationToken cancellationToken)
    {
        if (!isStruck)
        {
            await work();
            return;
        }

        var working = Task.Run(work, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
        if (isApp)
            await _room.KillAppAsync();
        else
            KillDatabase();
        await ((Task)working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (isApp)
            await _room.StartAsync(cancellationToken);
        await FaultWait.UntilAnsweredAsync(() => ScalarAsync<int>("SELECT 1", cancellationToken), cancellationToken);
        await ScalarAsync<int?>(ForgetSql, cancellationToken);
    }

    private async Task SendAsync(string path, byte[] bytes, bool isSlow, CancellationToken cancellationToken)
    {
        for (var offset = await OffsetAsync(path, cancellationToken); offset < bytes.Length; offset += PieceBytes)
        {
            using var piece = new MemoryStream(bytes, (int)offset, (int)Math.Min(PieceBytes, bytes.Length - offset));
            var status = await FaultWait.UntilAnsweredAsync(() => _room.PatchAsync(path, offset, piece, cancellationToken), cancellationToken);
            if ((int)status >= 300)
                return;
            if (isSlow)
                await Task.Delay(20, cancellationToken);
        }
    }

    private Task<long> OffsetAsync(string path, CancellationToken cancellationToken) =>
        FaultWait.UntilAnsweredAsync(() => _room.OffsetAsync(path, cancellationToken), cancellationToken);

    private async Task RollBackAsync(bool byVerb, bool isApp, CancellationToken cancellationToken)
    {
        if (await ScalarAsync<Guid?>(StandingSql, cancellationToken) is not { } batch)
            return;
        if (!byVerb)
        {
            await _room.Database.Services.GetRequiredService<IBatchStore>().RollBackAsync(batch, _room.Viewer, null, cancellationToken);
            return;
        }

        string[] arguments = [typeof(Web.SiteServer).Assembly.Location, "batches", "rollback", batch.ToString(), "--as", _room.Viewer.UserName];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            Environment = { ["CRIMEINSIGHT_DATA"] = folder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var verb = Process.Start(start)!;
        var words = verb.StandardError.ReadToEndAsync(cancellationToken);
        await Task.WhenAny(verb.WaitForExitAsync(cancellationToken), Task.Delay(TimeSpan.FromSeconds(isApp ? 2.5 : 30), cancellationToken));
        if (!verb.HasExited)
            verb.Kill();
        await verb.WaitForExitAsync(cancellationToken);
        if ((await words).Contains("   at ", StringComparison.Ordinal))
            Fault(-1, "the verb shows a stack trace: " + (await words)[..200]);
    }

    private async Task JudgeAsync(int round, string when, long[] allowed, CancellationToken cancellationToken)
    {
        var (cases, counted) = await FaultWait.UntilAnsweredAsync(
            async () =>
            {
                await using var connection = await _room.Database.Owner.OpenConnectionAsync(cancellationToken);
                return await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(StateSql, cancellationToken: cancellationToken));
            },
            cancellationToken);
        if (cases != counted || !allowed.Contains(cases))
            Fault(round, $"after {when} {cases} cases, {counted} counted");
    }

    private void KillDatabase()
    {
        if (PostmasterFile.Read(new DataFolder(folder).Cluster)?.ProcessId is not { } id)
            return;
        using var server = Process.GetProcessById(id);
        server.Kill();
        server.WaitForExit();
    }

    // So that one fault is not counted again in every round behind it.
    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await FaultWait.UntilAnsweredAsync(() => ScalarAsync<int?>(ForgetSql, cancellationToken), cancellationToken);
        await RollBackAsync(byVerb: false, isApp: false, cancellationToken);
    }

    private Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellationToken) => FaultWait.UntilAnsweredAsync(
        async () =>
        {
            await using var connection = await _room.Database.Owner.OpenConnectionAsync(cancellationToken);
            return await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, cancellationToken: cancellationToken));
        },
        cancellationToken);

    private void Fault(int round, string what) => _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{round}: {what}"));
}
