using System.Text.Json;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Runs;

/// <summary>The units of runs in the database: whoever locks a row that waits has it.</summary>
internal sealed class RunUnits(NpgsqlDataSource app) : IRunUnits
{
    // Until a unit is done, the run is about the data of the moment. A newer version of a kind takes the place of an older one.
    private const string BeginSql = """
        UPDATE crime.run r
        SET versions = (
                SELECT jsonb_object_agg(k.key, greatest(k.value::integer, (@versions::jsonb ->> k.key)::integer))
                FROM jsonb_each_text(r.versions) AS k),
            updated_at = CASE WHEN r.state = 'running' THEN r.updated_at ELSE now() END,
            state = 'running', finished_at = NULL, problem = NULL,
            data_version = CASE
                WHEN EXISTS (SELECT 1 FROM crime.run_unit u WHERE u.run_id = r.id AND u.state = 'done') THEN r.data_version
                ELSE d.months_version END
        FROM crime.data_state d
        WHERE r.id = @run
          AND r.state IN ('waiting', 'running', 'failed')
          AND NOT r.is_cancel_asked
        """;

    private const string ForgetSql = """
        DELETE FROM crime.run_unit u
        USING crime.run r
        WHERE r.id = @run
          AND u.run_id = r.id
          AND (u.version < (r.versions ->> u.kind)::integer
            OR (u.state = 'waiting' AND u.version = (@versions::jsonb ->> u.kind)::integer
                AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(@plan::jsonb) AS p (kind text, name text) WHERE (p.kind, p.name) = (u.kind, u.name))))
        """;

    private const string PlanSql = """
        INSERT INTO crime.run_unit (run_id, kind, name, version, position, work, needs)
        SELECT r.id, p.kind, p.name, p.version, p.position, p.work, p.needs
        FROM crime.run r
        CROSS JOIN jsonb_to_recordset(@plan::jsonb) AS p (kind text, name text, version integer, position integer, work bigint, needs text[])
        WHERE r.id = @run
          AND p.version = (r.versions ->> p.kind)::integer
        ON CONFLICT DO NOTHING
        """;

    private const string ClaimSql = """
        WITH open AS (
            SELECT r.id, r.is_cancel_asked
            FROM crime.run r
            WHERE r.id = @run
              AND r.state = 'running'),
        mine AS (
            SELECT u.kind, u.name, u.state
            FROM crime.run_unit u
            WHERE u.run_id = @run
              AND u.state <> 'done'
              AND u.version = (@versions::jsonb ->> u.kind)::integer),
        next AS (
            SELECT u.kind, u.name
            FROM crime.run_unit u
            JOIN open ON open.id = u.run_id AND NOT open.is_cancel_asked
            WHERE u.version = (@versions::jsonb ->> u.kind)::integer
              AND (u.state = 'waiting' OR (u.state = 'running' AND u.held_until < clock_timestamp()))
              AND NOT EXISTS (
                SELECT 1
                FROM crime.run_unit n
                WHERE n.run_id = u.run_id
                  AND n.kind = u.kind
                  AND n.name = ANY (u.needs)
                  AND n.state <> 'done')
            ORDER BY u.position
            LIMIT 1
            FOR UPDATE OF u SKIP LOCKED),
        taken AS (
            UPDATE crime.run_unit u
            SET state = 'running', done = 0, holder = @holder, held_until = clock_timestamp() + interval '1 minute'
            FROM next
            WHERE u.run_id = @run
              AND (u.kind, u.name) = (next.kind, next.name)
            RETURNING u.kind, u.name)
        SELECT CASE WHEN open.id IS NULL THEN 'over' WHEN open.is_cancel_asked THEN 'cancel' ELSE 'go' END AS sign, taken.kind, taken.name,
               EXISTS (SELECT 1 FROM mine) AS has_more
        FROM (VALUES (1)) AS one (row)
        LEFT JOIN open ON true
        LEFT JOIN taken ON true
        """;

    // Time without a process that reports is not counted.
    private const string ReportSql = """
        WITH told AS (
            UPDATE crime.run
            SET busy_ms = busy_ms + least(extract(epoch FROM clock_timestamp() - updated_at) * 1000, @most)::bigint, updated_at = clock_timestamp()
            WHERE id = @run
              AND state = 'running'
            RETURNING is_cancel_asked),
        kept AS (
            UPDATE crime.run_unit
            SET done = least(@done, work), held_until = clock_timestamp() + interval '1 minute'
            WHERE run_id = @run
              AND kind = @kind
              AND name = @name
              AND state = 'running'
              AND holder = @holder
            RETURNING 1)
        SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM told) THEN 'over'
            WHEN (SELECT is_cancel_asked FROM told) THEN 'cancel'
            WHEN NOT EXISTS (SELECT 1 FROM kept) THEN 'lost'
            ELSE 'go' END
        """;

    private const string FinishSql = """
        UPDATE crime.run_unit
        SET state = 'done', done = work, holder = NULL, held_until = NULL, finished_at = clock_timestamp()
        WHERE run_id = @run
          AND kind = @kind
          AND name = @name
          AND state = 'running'
          AND holder = @holder
        """;

    private const string ReleaseSql = """
        UPDATE crime.run_unit
        SET state = 'waiting', done = 0, holder = NULL, held_until = NULL
        WHERE run_id = @run
          AND kind = @kind
          AND name = @name
          AND state = 'running'
          AND holder = @holder
        """;

    private const string EndSql = """
        UPDATE crime.run
        SET state = @state, busy_ms = busy_ms + least(extract(epoch FROM clock_timestamp() - updated_at) * 1000, @most)::bigint,
            problem = @problem, updated_at = clock_timestamp(), finished_at = clock_timestamp()
        WHERE id = @run
          AND state = 'running'
          AND (@state <> 'done' OR NOT EXISTS (SELECT 1 FROM crime.run_unit u WHERE u.run_id = @run AND u.state <> 'done'))
        """;

    // Longest that a process that lives is silent, in milliseconds.
    private const int MostSilence = 5_000;

    private static readonly JsonSerializerOptions s_json = JsonSerializerOptions.Web;

    public Task<bool> JoinAsync(Guid run, IReadOnlyList<PlannedUnit> plan, Viewer owner, CancellationToken cancellationToken)
    {
        var units = plan.Select((planned, position) => new
        {
            planned.Part.Kind,
            planned.Part.Version,
            planned.Unit.Name,
            planned.Unit.Work,
            planned.Unit.Needs,
            position,
        });
        var parameters = new { run, versions = VersionsOf(plan.Select(planned => planned.Part)), plan = JsonSerializer.Serialize(units, s_json) };
        return app.AsAsync(owner, async session =>
        {
            if (await session.Connection.ExecuteAsync(session.Command(BeginSql, parameters, cancellationToken)) == 0)
                return false;
            await session.Connection.ExecuteAsync(session.Command(ForgetSql, parameters, cancellationToken));
            await session.Connection.ExecuteAsync(session.Command(PlanSql, parameters, cancellationToken));
            return true;
        }, cancellationToken);
    }

    public async Task<NextUnit> ClaimAsync(Guid run, Guid holder, IReadOnlyCollection<IRunPart> parts, Viewer owner, CancellationToken cancellationToken)
    {
        var row = (await app.QueryAsync<NextRow>(owner, ClaimSql, new { run, holder, versions = VersionsOf(parts) }, cancellationToken)).Single();
        return new NextUnit(SignOf(row.Sign), row.Kind, row.Name, row.HasMore);
    }

    public async Task<RunSign> ReportAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        var parameters = new { run = claim.Run, kind = claim.Kind, name = claim.Unit.Name, holder = claim.Holder, done = claim.Meter.Done, most = MostSilence };
        return SignOf((await app.QueryAsync<string>(claim.Owner, ReportSql, parameters, cancellationToken)).Single());
    }

    public Task FinishAsync(RunClaim claim, CancellationToken cancellationToken) => ChangeAsync(FinishSql, claim, cancellationToken);

    public Task ReleaseAsync(RunClaim claim, CancellationToken cancellationToken) => ChangeAsync(ReleaseSql, claim, cancellationToken);

    public async Task<bool> EndAsync(Guid run, RunState state, string? problem, Viewer owner, CancellationToken cancellationToken) =>
        await app.ExecuteAsync(owner, EndSql, new { run, state = RunRow.NameOf(state), problem, most = MostSilence }, cancellationToken) == 1;

    private Task<int> ChangeAsync(string sql, RunClaim claim, CancellationToken cancellationToken) =>
        app.ExecuteAsync(claim.Owner, sql, new { run = claim.Run, kind = claim.Kind, name = claim.Unit.Name, holder = claim.Holder }, cancellationToken);

    private static string VersionsOf(IEnumerable<IRunPart> parts) =>
        JsonSerializer.Serialize(parts.DistinctBy(part => part.Kind).ToDictionary(part => part.Kind, part => part.Version));

    private static RunSign SignOf(string name) => Enum.Parse<RunSign>(name, ignoreCase: true);

    private sealed record NextRow(string Sign, string? Kind, string? Name, bool HasMore);
}
