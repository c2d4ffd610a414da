using System.Text.Json;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Runs;

/// <summary>Runs in the database, each as its owner: the rows that every instance of the app goes by.</summary>
internal sealed class RunStore(NpgsqlDataSource app) : IRunStore, IRunProgressReader
{
    // A running one whose process no longer reports counts as interrupted.
    private const string ListSql = """
        SELECT r.id, CASE WHEN r.state = 'running' AND r.updated_at < now() - interval '1 minute' THEN 'interrupted' ELSE r.state END AS state,
               r.owner, r.data_version, r.busy_ms, r.started_at, r.updated_at, r.finished_at, r.problem,
               coalesce(u.done, 0)::bigint AS done, coalesce(u.work, 0)::bigint AS total, coalesce(c.counts, '{}')::text AS counts
        FROM crime.run r
        LEFT JOIN LATERAL (
            SELECT sum(k.done) AS done, sum(k.work) AS work
            FROM crime.run_unit k
            WHERE k.run_id = r.id) AS u ON true
        LEFT JOIN LATERAL (
            SELECT jsonb_object_agg(s.key, s.value) AS counts
            FROM (
                SELECT e.key, sum(e.value::bigint) AS value
                FROM crime.run_unit k
                CROSS JOIN LATERAL jsonb_each_text(k.counts) AS e
                WHERE k.run_id = r.id
                GROUP BY e.key) AS s) AS c ON true
        ORDER BY r.started_at DESC
        LIMIT @most
        """;

    private const string PresentSql = """
        SELECT r.id, r.state, r.versions::text AS versions, r.updated_at < now() - interval '1 minute' AS is_stale,
               (SELECT count(DISTINCT u.holder) FROM crime.run_unit u WHERE u.run_id = r.id AND u.held_until >= now()) AS workers
        FROM crime.run r
        CROSS JOIN crime.data_state d
        WHERE r.person_id = @PersonId
          AND (r.state IN ('waiting', 'running') OR r.data_version = d.months_version)
        ORDER BY r.started_at DESC
        """;

    private const string AskSql = """
        INSERT INTO crime.run (id, person_id, owner, data_version, versions, state)
        SELECT @id, @PersonId, @UserName, d.months_version, @versions::jsonb, 'waiting'
        FROM crime.data_state d
        WHERE d.as_of > d.first_month
        ON CONFLICT DO NOTHING
        """;

    private const string ReopenSql = """
        UPDATE crime.run
        SET state = 'waiting', is_cancel_asked = false, problem = NULL, finished_at = NULL, updated_at = now()
        WHERE id = @id
          AND state IN ('failed', 'cancelled')
        """;

    // What no process has begun, or has left, ends at once; the processes of a running one look at the flag.
    private const string CancelSql = """
        UPDATE crime.run
        SET is_cancel_asked = true,
            state = CASE WHEN state = 'waiting' OR updated_at < now() - interval '1 minute' THEN 'cancelled' ELSE state END,
            finished_at = CASE WHEN state = 'waiting' OR updated_at < now() - interval '1 minute' THEN now() END
        WHERE id = @id
          AND state IN ('waiting', 'running')
        """;

    private const string ProgressSql = """
        SELECT state, done, total, busy_ms
        FROM crime.run_progress()
        """;

    public async Task<IReadOnlyList<Run>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken) =>
        [.. (await app.QueryAsync<RunRow>(viewer, ListSql, new { most }, cancellationToken)).Select(row => row.ToRun())];

    public async Task<IReadOnlyList<PresentRun>> ListPresentAsync(Viewer viewer, CancellationToken cancellationToken) =>
        [.. (await app.QueryAsync<PresentRow>(viewer, PresentSql, new { viewer.PersonId }, cancellationToken)).Select(row => row.ToRun())];

    public async Task<Guid?> AskAsync(IReadOnlyDictionary<string, int> versions, Viewer viewer, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var parameters = new { id, viewer.PersonId, viewer.UserName, versions = JsonSerializer.Serialize(versions) };
        return await app.ExecuteAsync(viewer, AskSql, parameters, cancellationToken) == 1 ? id : null;
    }

    public Task<bool> ReopenAsync(Guid run, Viewer viewer, CancellationToken cancellationToken) => ChangeAsync(ReopenSql, run, viewer, cancellationToken);

    public Task<bool> CancelAsync(Guid run, Viewer viewer, CancellationToken cancellationToken) => ChangeAsync(CancelSql, run, viewer, cancellationToken);

    public async Task<RunProgress?> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<ProgressRow>(new CommandDefinition(ProgressSql, cancellationToken: cancellationToken));
        return row is null
            ? null
            : new RunProgress(row.State == "running", row.Done, row.Total, TimeSpan.FromMilliseconds(row.BusyMs)) { HasFailed = row.State == "failed" };
    }

    private async Task<bool> ChangeAsync(string sql, Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        await app.ExecuteAsync(viewer, sql, new { id }, cancellationToken) == 1;

    private sealed record ProgressRow(string State, long Done, long Total, long BusyMs);

    private sealed record PresentRow(Guid Id, string State, string Versions, bool IsStale, long Workers)
    {
        public PresentRun ToRun() =>
            new(Id, RunRow.StateOf(State), JsonSerializer.Deserialize<Dictionary<string, int>>(Versions)!, IsStale, (int)Workers);
    }
}
