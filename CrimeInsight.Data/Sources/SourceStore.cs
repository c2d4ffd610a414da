using System.Text.Json;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Sources;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Runs;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Sources;

/// <summary>Sources and what became of reading them.</summary>
internal sealed class SourceStore(NpgsqlDataSource app) : ISourceStore
{
    // Content whose upload has expired before it was decided on, or whose batch was taken back, is not dealt with.
    private const string Standing = """
        (r.state = 'imported' AND EXISTS (SELECT 1 FROM crime.batch b WHERE b.id = r.batch_id AND b.rolled_back_at IS NULL)
            OR r.state = 'waits' AND EXISTS (SELECT 1 FROM crime.upload u WHERE u.id = r.upload_id AND u.expires_at > now())
            OR r.state = 'waits' AND EXISTS (
                SELECT 1 FROM crime.batch b WHERE b.file_sha256 = r.sha256 AND b.finished_at IS NOT NULL AND b.rolled_back_at IS NULL)
            OR r.state = 'unchanged')
        """;

    private const string RunColumns = """
        id, source_id, state, asked_by, asked_at, started_at, finished_at, file_name, mark, encode(sha256, 'hex') AS sha256, upload_id, batch_id,
            counts::text AS counts, trouble::text AS trouble, doubts
        """;

    private const string ListSql = $"""
        SELECT s.id, s.name, s.kind, s.address, s.mapping_name, s.rhythm, s.at_time, s.weekday, s.day, s.owner_id,
            crime.source_owner_name(s.owner_id) AS owner_name, s.act, s.is_updating, s.sign_in, s.sign_in_name, s.hidden_secret, s.is_paused, s.next_at,
            EXISTS (SELECT 1 FROM crime.source_run o WHERE o.source_id = s.id AND o.state IN ('waiting', 'running')) AS is_open,
            CASE WHEN (
                SELECT {Standing}
                FROM crime.source_run r
                WHERE r.source_id = s.id AND r.sha256 IS NOT NULL
                ORDER BY r.asked_at DESC
                LIMIT 1) THEN s.mark END AS mark
        FROM crime.source s
        WHERE @id::uuid IS NULL OR s.id = @id::uuid
        ORDER BY s.name
        """;

    private const string NewestSql = $"""
        SELECT DISTINCT ON (source_id) {RunColumns}
        FROM crime.source_run
        WHERE (@id::uuid IS NULL OR source_id = @id::uuid)
          AND state NOT IN ('waiting', 'running')
        ORDER BY source_id, asked_at DESC
        """;

    private const string RunsSql = $"""
        SELECT {RunColumns}
        FROM crime.source_run
        WHERE source_id = @sourceId
        ORDER BY asked_at DESC
        LIMIT @most
        """;

    // Another address or mapping may make other rows of the same content.
    private const string SaveSql = """
        INSERT INTO crime.source AS s (id, name, kind, address, mapping_name, rhythm, at_time, weekday, day, owner_id, act, is_updating, sign_in, sign_in_name,
            hidden_secret, next_at)
        VALUES (@id, @name, @kind, @address, @mappingName, @rhythm, @atTime, @weekday, @day, @ownerId, @act, @updates, @signIn, @signInName, @hiddenSecret,
            @nextAt)
        ON CONFLICT (id) DO UPDATE
        SET name = @name, kind = @kind, address = @address, mapping_name = @mappingName, rhythm = @rhythm, at_time = @atTime, weekday = @weekday, day = @day,
            owner_id = @ownerId, act = @act, is_updating = @updates, sign_in = @signIn, sign_in_name = @signInName, hidden_secret = @hiddenSecret,
            next_at = CASE WHEN s.is_paused THEN NULL ELSE @nextAt END, mark = NULL, saved_at = now()
        """;

    private const string PauseSql = """
        UPDATE crime.source
        SET is_paused = @isPaused, next_at = @nextAt
        WHERE id = @id
        RETURNING name
        """;

    private const string DeleteSql = """
        DELETE FROM crime.source
        WHERE id = @id
        RETURNING name
        """;

    private const string AskSql = """
        INSERT INTO crime.source_run (id, source_id, asked_by)
        SELECT @run, s.id, @askedBy
        FROM crime.source s
        WHERE s.id = @id
        ON CONFLICT DO NOTHING
        RETURNING id
        """;

    private const string ClaimSql = "SELECT run, source, owner FROM crime.claim_source_run()";

    private const string AuditSql = "SELECT crime.write_audit(@user, @action, @subject, @detail::jsonb)";

    public async Task<IReadOnlyList<Source>> ListAsync(Viewer viewer, CancellationToken cancellationToken) => await ReadAsync(viewer, null, cancellationToken);

    public async Task<Source?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(viewer, id, cancellationToken)).SingleOrDefault();

    public async Task<IReadOnlyList<SourceRun>> RunsAsync(Viewer viewer, Guid sourceId, int most, CancellationToken cancellationToken) =>
        [.. (await app.QueryAsync<SourceRunRow>(viewer, RunsSql, new { sourceId, most }, cancellationToken)).Select(row => row.ToRun())];

    public async Task SaveAsync(
        Viewer viewer, Guid id, SourceEdit edit, string? hiddenSecret, DateTimeOffset? nextAt, CancellationToken cancellationToken)
    {
        var values = new
        {
            id, name = edit.Name.Trim(), kind = SourceRow.NameOf(edit.Kind), edit.Address, edit.MappingName, rhythm = SourceRow.NameOf(edit.Schedule.Rhythm),
            atTime = edit.Schedule.At, weekday = (short)edit.Schedule.Weekday, day = (short)edit.Schedule.Day, edit.OwnerId, act = SourceRow.NameOf(edit.Act),
            edit.Updates, signIn = SourceRow.NameOf(edit.SignIn), edit.SignInName, hiddenSecret, nextAt = nextAt?.ToUniversalTime(),
        };
        try
        {
            await app.AsAsync(
                viewer,
                async session =>
                {
                    await session.Connection.ExecuteAsync(session.Command(SaveSql, values, cancellationToken));
                    await NoteAsync(session, viewer, AuditActions.SourceSaved, id, new { values.name, values.kind, address = edit.Address, values.act },
                        cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new SourceException(SourceProblem.NameTaken, edit.Name);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new UnauthorizedAccessException(refused.MessageText, refused);
        }
    }

    public Task PauseAsync(Viewer viewer, Guid id, bool isPaused, DateTimeOffset? nextAt, CancellationToken cancellationToken) => ChangeAsync(
        viewer, PauseSql, new { id, isPaused, nextAt = nextAt?.ToUniversalTime() }, isPaused ? AuditActions.SourcePaused : AuditActions.SourceResumed, id,
        cancellationToken);

    public Task DeleteAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, DeleteSql, new { id }, AuditActions.SourceDeleted, id, cancellationToken);

    public async Task<Guid?> AskAsync(Viewer viewer, Guid id, bool byClock, CancellationToken cancellationToken)
    {
        var parameters = new { id, run = Guid.CreateVersion7(), askedBy = byClock ? null : viewer.UserName };
        return (await app.QueryAsync<Guid?>(viewer, AskSql, parameters, cancellationToken)).SingleOrDefault();
    }

    public async Task<SourceTurn?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SourceTurn>(new CommandDefinition(ClaimSql, cancellationToken: cancellationToken))).SingleOrDefault();
    }

    public async Task<SourceRun?> BeginAsync(Viewer viewer, Guid runId, CancellationToken cancellationToken) =>
        (await app.QueryAsync<SourceRunRow>(viewer, SourceRunSql.Begin, new { runId }, cancellationToken)).SingleOrDefault()?.ToRun();

    public async Task<bool> TellAsync(Viewer viewer, Guid runId, CancellationToken cancellationToken) =>
        await app.ExecuteAsync(viewer, SourceRunSql.Tell, new { runId }, cancellationToken) > 0;

    public Task NoteFileAsync(Viewer viewer, SourceRun run, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, SourceRunSql.Note, new { run.Id, run.FileName, run.Mark, run.Sha256, run.UploadId }, cancellationToken);

    public Task EndAsync(Viewer viewer, SourceRun run, string? mark, DateTimeOffset nextAt, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            run.Id, run.SourceId, state = SourceRow.NameOf(run.State), run.FileName, runMark = run.Mark, run.Sha256, run.UploadId, run.BatchId,
            counts = run.Counts is null ? null : StepReports.Write(run.Counts), trouble = run.Trouble is null ? null : StepReports.Write(run.Trouble),
            doubts = (run.Doubts ?? []).Select(SourceRow.NameOf).ToArray(), mark, nextAt = nextAt.ToUniversalTime(),
        };
        return app.ExecuteAsync(viewer, SourceRunSql.End, parameters, cancellationToken);
    }

    public Task ReleaseAsync(Viewer viewer, Guid runId, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, SourceRunSql.Release, new { runId }, cancellationToken);

    public async Task<bool> IsKnownAsync(Viewer viewer, Guid sourceId, string sha256, CancellationToken cancellationToken)
    {
        const string KnownSql = $"""
            SELECT EXISTS (
                SELECT 1
                FROM crime.source_run r
                JOIN crime.source s ON s.id = r.source_id
                WHERE r.source_id = @sourceId
                  AND r.sha256 = decode(@sha256, 'hex')
                  AND r.finished_at >= s.saved_at
                  AND r.state <> 'unchanged'
                  AND {Standing})
            """;
        return (await app.QueryAsync<bool>(viewer, KnownSql, new { sourceId, sha256 }, cancellationToken)).Single();
    }

    private Task<List<Source>> ReadAsync(Viewer viewer, Guid? id, CancellationToken cancellationToken) => app.AsAsync(
        viewer,
        async session =>
        {
            var newest = (await session.Connection.QueryAsync<SourceRunRow>(session.Command(NewestSql, new { id }, cancellationToken)))
                .ToDictionary(row => row.SourceId, row => row.ToRun());
            var rows = await session.Connection.QueryAsync<SourceRow>(session.Command(ListSql, new { id }, cancellationToken));
            return rows.Select(row => row.ToSource(newest.GetValueOrDefault(row.Id))).ToList();
        },
        cancellationToken);

    private Task<bool> ChangeAsync(Viewer viewer, string sql, object parameters, string action, Guid id, CancellationToken cancellationToken) => app.AsAsync(
        viewer,
        async session =>
        {
            var names = await session.Connection.QueryAsync<string>(session.Command(sql, parameters, cancellationToken));
            foreach (var name in names)
                await NoteAsync(session, viewer, action, id, new { name }, cancellationToken);
            return true;
        },
        cancellationToken);

    private static Task<long> NoteAsync(PersonSession session, Viewer viewer, string action, Guid id, object detail, CancellationToken cancellationToken) =>
        session.Connection.ExecuteScalarAsync<long>(session.Command(
            AuditSql, new { user = viewer.UserName, action, subject = $"source:{id}", detail = JsonSerializer.Serialize(detail) },
            cancellationToken));
}
