using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Runs;
using Npgsql;

namespace CrimeInsight.Data.DataRoom;

/// <summary>Steps of uploads, as the person whose upload it is.</summary>
internal sealed class StepStore(NpgsqlDataSource app) : IStepStore
{
    // A process says every second how far it is; silent for so long, it is gone.
    private const string Gone = "interval '30 seconds'";

    private const string Columns = $"""
        upload_id, kind, run, CASE WHEN state = 'running' AND told_at < now() - {Gone} THEN 'interrupted' ELSE state END AS state,
            request::text AS request, stage, rows, bytes, asked_at, started_at, finished_at, problem::text AS problem, report::text AS report
        """;

    private const string AskSql = $"""
        INSERT INTO crime.upload_step AS s (upload_id, kind, run, request)
        SELECT u.id, @kind, @run, @request::json
        FROM crime.upload u
        WHERE u.id = @uploadId
        ON CONFLICT (upload_id, kind) DO UPDATE
        SET run = EXCLUDED.run, state = 'waiting', is_cancel_asked = false, request = EXCLUDED.request, stage = NULL, rows = 0, bytes = 0, asked_at = now(),
            started_at = NULL, told_at = NULL, finished_at = NULL, problem = NULL, report = NULL
        WHERE s.state NOT IN ('waiting', 'running')
           OR coalesce(s.told_at, s.asked_at) < now() - {Gone}
        RETURNING run
        """;

    private const string ListSql = $"""
        SELECT {Columns}
        FROM crime.upload_step
        WHERE upload_id = @uploadId
        """;

    private const string CancelSql = $"""
        UPDATE crime.upload_step
        SET is_cancel_asked = true,
            state = CASE WHEN state = 'waiting' OR told_at < now() - {Gone} THEN 'cancelled' ELSE state END,
            finished_at = CASE WHEN state = 'waiting' OR told_at < now() - {Gone} THEN now() END
        WHERE upload_id = @uploadId
          AND kind = @kind
          AND state IN ('waiting', 'running')
        """;

    private const string ForgetSql = """
        DELETE FROM crime.upload_step
        WHERE upload_id = @uploadId
          AND kind = ANY(@kinds)
          AND state NOT IN ('waiting', 'running')
        """;

    private const string BeginSql = $"""
        UPDATE crime.upload_step
        SET state = 'running', started_at = now(), told_at = now(), stage = 'reading', rows = 0, bytes = 0
        WHERE upload_id = @uploadId
          AND kind = @kind
          AND run = @run
          AND NOT is_cancel_asked
          AND (state = 'waiting' OR (state = 'running' AND told_at < now() - {Gone}))
        RETURNING {Columns}
        """;

    private const string TellSql = """
        UPDATE crime.upload_step
        SET stage = @stage, rows = @rows, bytes = @bytes, told_at = now()
        WHERE upload_id = @uploadId
          AND kind = @kind
          AND run = @run
          AND state = 'running'
        RETURNING is_cancel_asked
        """;

    private const string EndSql = """
        UPDATE crime.upload_step
        SET state = @state, finished_at = now(), problem = @problem::json, report = @report::json
        WHERE upload_id = @uploadId
          AND kind = @kind
          AND run = @run
          AND state = 'running'
        """;

    private const string ReleaseSql = """
        UPDATE crime.upload_step
        SET state = 'waiting', told_at = NULL, started_at = NULL
        WHERE upload_id = @uploadId
          AND kind = @kind
          AND run = @run
          AND state = 'running'
        """;

    private const string BatchSql = """
        SELECT accepted, updated, duplicates, conflicts, rejected
        FROM crime.batch
        WHERE id = @batchId
          AND finished_at IS NOT NULL
        """;

    public async Task<Guid?> AskAsync(Viewer viewer, Guid uploadId, StepKind kind, StepRequest request, CancellationToken cancellationToken)
    {
        var parameters = new { uploadId, kind = StepRow.NameOf(kind), run = Guid.CreateVersion7(), request = StepReports.Write(request) };
        return (await app.QueryAsync<Guid?>(viewer, AskSql, parameters, cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<UploadStep>> ListAsync(Viewer viewer, Guid uploadId, CancellationToken cancellationToken) =>
        [.. (await app.QueryAsync<StepRow>(viewer, ListSql, new { uploadId }, cancellationToken)).Select(row => row.ToStep())];

    public async Task<bool> CancelAsync(Viewer viewer, Guid uploadId, StepKind kind, CancellationToken cancellationToken) =>
        await app.ExecuteAsync(viewer, CancelSql, new { uploadId, kind = StepRow.NameOf(kind) }, cancellationToken) > 0;

    public Task ForgetAsync(Viewer viewer, Guid uploadId, IReadOnlyCollection<StepKind> kinds, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, ForgetSql, new { uploadId, kinds = kinds.Select(StepRow.NameOf).ToArray() }, cancellationToken);

    public async Task<UploadStep?> BeginAsync(Viewer viewer, Guid uploadId, StepKind kind, Guid run, CancellationToken cancellationToken) =>
        (await app.QueryAsync<StepRow>(viewer, BeginSql, new { uploadId, kind = StepRow.NameOf(kind), run }, cancellationToken)).SingleOrDefault()?.ToStep();

    public async Task<StepSign> TellAsync(Viewer viewer, UploadStep step, ImportProgress progress, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            step.UploadId, kind = StepRow.NameOf(step.Kind), step.Run, stage = progress.Stage.ToString().ToLowerInvariant(), progress.Rows,
            bytes = progress.BytesRead,
        };
        return (await app.QueryAsync<bool?>(viewer, TellSql, parameters, cancellationToken)).SingleOrDefault() switch
        {
            null => StepSign.Over,
            true => StepSign.Cancel,
            false => StepSign.Go,
        };
    }

    public Task EndAsync(Viewer viewer, UploadStep step, StepState state, StepProblem? problem, string? reportJson, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            step.UploadId, kind = StepRow.NameOf(step.Kind), step.Run, state = StepRow.NameOf(state),
            problem = problem is null ? null : StepReports.Write(problem), report = reportJson,
        };
        return app.ExecuteAsync(viewer, EndSql, parameters, cancellationToken);
    }

    public Task ReleaseAsync(Viewer viewer, UploadStep step, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, ReleaseSql, new { step.UploadId, kind = StepRow.NameOf(step.Kind), step.Run }, cancellationToken);

    public async Task<StoredBatch?> FindBatchAsync(Viewer viewer, Guid batchId, CancellationToken cancellationToken) =>
        (await app.QueryAsync<StoredBatch>(viewer, BatchSql, new { batchId }, cancellationToken)).SingleOrDefault();
}
