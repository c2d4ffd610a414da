using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Runs in the database, each as its owner: the rows that every instance of the app goes by.</summary>
internal sealed class ForecastRunStore(NpgsqlDataSource app)
{
    // A running one whose process no longer reports counts as interrupted.
    private const string ListSql = """
        SELECT r.id, CASE WHEN r.state = 'running' AND r.updated_at < now() - interval '1 minute' THEN 'interrupted' ELSE r.state END AS state,
               r.owner, r.data_version, r.done, r.total, r.busy_ms, r.started_at, r.updated_at, r.finished_at, r.problem,
               coalesce(c.stored, 0)::bigint AS stored, coalesce(c.withheld, 0)::bigint AS withheld, coalesce(c.too_short, 0)::bigint AS too_short,
               coalesce(c.hotspots, 0)::bigint AS hotspots
        FROM crime.forecast_run r
        LEFT JOIN LATERAL (
            SELECT sum(k.stored) AS stored, sum(k.withheld) AS withheld, sum(k.too_short) AS too_short, sum(k.hotspots) AS hotspots
            FROM crime.forecast_chunk k
            WHERE k.run_id = r.id) AS c ON true
        ORDER BY r.started_at DESC
        LIMIT @most
        """;

    private const string LatestSql = """
        SELECT r.id, r.state, r.updated_at < now() - interval '1 minute' AS is_stale
        FROM crime.forecast_run r
        CROSS JOIN crime.data_state d
        WHERE r.person_id = @PersonId
          AND (r.state IN ('waiting', 'running') OR (r.data_version = d.months_version AND r.plan_version = @plan))
        ORDER BY r.started_at DESC
        LIMIT 1
        """;

    private const string AskSql = """
        INSERT INTO crime.forecast_run (id, person_id, owner, data_version, plan_version, state)
        SELECT @id, @PersonId, @UserName, d.months_version, @plan, 'waiting'
        FROM crime.data_state d
        WHERE d.as_of > d.first_month
        ON CONFLICT DO NOTHING
        """;

    private const string ReopenSql = """
        UPDATE crime.forecast_run
        SET state = 'waiting', is_cancel_asked = false, problem = NULL, finished_at = NULL, updated_at = now()
        WHERE id = @id
          AND state IN ('failed', 'cancelled')
        """;

    // What no process has begun, or has left, ends at once; the process of a running one looks at the flag.
    private const string CancelSql = """
        UPDATE crime.forecast_run
        SET is_cancel_asked = true,
            state = CASE WHEN state = 'waiting' OR updated_at < now() - interval '1 minute' THEN 'cancelled' ELSE state END,
            finished_at = CASE WHEN state = 'waiting' OR updated_at < now() - interval '1 minute' THEN now() END
        WHERE id = @id
          AND state IN ('waiting', 'running')
        """;

    // Until a part is stored, the run is about the data of the moment.
    private const string BeginSql = """
        UPDATE crime.forecast_run r
        SET state = 'running', total = @total, updated_at = now(), finished_at = NULL, problem = NULL,
            data_version = CASE WHEN EXISTS (SELECT 1 FROM crime.forecast_chunk k WHERE k.run_id = r.id) THEN r.data_version ELSE d.months_version END
        FROM crime.data_state d
        WHERE r.id = @id
          AND r.state IN ('waiting', 'running', 'failed')
          AND NOT r.is_cancel_asked
        RETURNING r.busy_ms
        """;

    private const string ChunksSql = """
        SELECT name
        FROM crime.forecast_chunk
        WHERE run_id = @id
        """;

    private const string ReportSql = """
        UPDATE crime.forecast_run
        SET done = greatest(done, @done), busy_ms = @busy, updated_at = now()
        WHERE id = @id
        RETURNING is_cancel_asked
        """;

    private const string EndSql = """
        UPDATE crime.forecast_run
        SET state = @state, done = CASE WHEN @state = 'done' THEN total ELSE done END, busy_ms = @busy, problem = @problem, updated_at = now(), finished_at = now()
        WHERE id = @id
          AND state = 'running'
        """;

    public Task<IReadOnlyList<ForecastRun>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken) => AsAsync<IReadOnlyList<ForecastRun>>(viewer, async session =>
        [.. (await session.Connection.QueryAsync<ForecastRunRow>(Command(session, ListSql, new { most }, cancellationToken))).Select(row => row.ToRun())], cancellationToken);

    /// <summary>The person's open run, else the newest for the present complete months and plan; null when there is neither.</summary>
    public Task<LatestRun?> FindLatestAsync(Viewer viewer, CancellationToken cancellationToken) => AsAsync(viewer, session =>
        session.Connection.QueryFirstOrDefaultAsync<LatestRun?>(Command(session, LatestSql, new { viewer.PersonId, plan = ForecastPlan.Version }, cancellationToken)), cancellationToken);

    /// <summary>A new waiting run; null when there are no data, or another was opened meanwhile.</summary>
    public Task<Guid?> AskAsync(Viewer viewer, CancellationToken cancellationToken) => AsAsync<Guid?>(viewer, async session =>
    {
        var id = Guid.NewGuid();
        var parameters = new { id, viewer.PersonId, viewer.UserName, plan = ForecastPlan.Version };
        return await session.Connection.ExecuteAsync(Command(session, AskSql, parameters, cancellationToken)) == 1 ? id : null;
    }, cancellationToken);

    public Task<bool> ReopenAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) => ChangeAsync(ReopenSql, new { id }, viewer, cancellationToken);

    public Task<bool> CancelAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) => ChangeAsync(CancelSql, new { id }, viewer, cancellationToken);

    /// <summary>Marks it as running and says what is done of it; null when it is over.</summary>
    public Task<BegunRun?> BeginAsync(Guid id, long total, Viewer viewer, CancellationToken cancellationToken) => AsAsync(viewer, async session =>
    {
        if (await session.Connection.ExecuteScalarAsync<long?>(Command(session, BeginSql, new { id, total }, cancellationToken)) is not { } busy)
            return null;
        var chunks = await session.Connection.QueryAsync<string>(Command(session, ChunksSql, new { id }, cancellationToken));
        return new BegunRun(TimeSpan.FromMilliseconds(busy), chunks.ToHashSet(StringComparer.Ordinal));
    }, cancellationToken);

    /// <summary>Tells how far it is; true when somebody asked to cancel it.</summary>
    public Task<bool> ReportAsync(Guid id, long done, TimeSpan busy, Viewer viewer, CancellationToken cancellationToken) => AsAsync(viewer, session =>
        session.Connection.ExecuteScalarAsync<bool>(Command(session, ReportSql, new { id, done, busy = (long)busy.TotalMilliseconds }, cancellationToken)), cancellationToken);

    /// <param name="problem">Why it failed; null unless it did.</param>
    public Task<bool> EndAsync(Guid id, ForecastRunState state, TimeSpan busy, string? problem, Viewer viewer, CancellationToken cancellationToken) =>
        ChangeAsync(EndSql, new { id, state = ForecastRunRow.NameOf(state), busy = (long)busy.TotalMilliseconds, problem }, viewer, cancellationToken);

    private Task<bool> ChangeAsync(string sql, object parameters, Viewer viewer, CancellationToken cancellationToken) => AsAsync(viewer, async session =>
        await session.Connection.ExecuteAsync(Command(session, sql, parameters, cancellationToken)) == 1, cancellationToken);

    private async Task<T> AsAsync<T>(Viewer viewer, Func<PersonSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, viewer, timeout: null, cancellationToken);
        var result = await work(session);
        await session.CommitAsync(cancellationToken);
        return result;
    }

    private static CommandDefinition Command(PersonSession session, string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, session.Transaction, cancellationToken: cancellationToken);
}
