using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Runs;

internal sealed class TaskProgressReader(NpgsqlDataSource dataSource) : ITaskProgressReader
{
    // A task whose process died stops reporting; after a while it is no longer shown as running.
    private const string OpenSql = """
        SELECT id, kind, state, done, total, started_at, updated_at
        FROM (
            SELECT DISTINCT ON (kind) id, kind, state, done, total, started_at, updated_at
            FROM crime.task_progress
            ORDER BY kind, started_at DESC) AS latest
        WHERE state = 'failed'
           OR (state IN ('waiting', 'running') AND updated_at > now() - interval '2 minutes')
        ORDER BY started_at
        """;

    public async Task<IReadOnlyList<TaskProgress>> ListOpenAsync(CancellationToken cancellationToken)
    {
        var rows = await dataSource.ReadAsync(
            connection => connection.QueryAsync<TaskRow>(new CommandDefinition(OpenSql, cancellationToken: cancellationToken)), cancellationToken);
        return [.. rows.Select(row => row.ToProgress())];
    }

    private sealed record TaskRow
    {
        public Guid Id { get; init; }

        public string Kind { get; init; } = "";

        public string State { get; init; } = "";

        public long Done { get; init; }

        public long Total { get; init; }

        public DateTime StartedAt { get; init; }

        public DateTime UpdatedAt { get; init; }

        public TaskProgress ToProgress() => new(
            Id,
            Kind,
            Enum.Parse<TaskState>(State, ignoreCase: true),
            Done,
            Total,
            new DateTimeOffset(StartedAt, TimeSpan.Zero),
            new DateTimeOffset(UpdatedAt, TimeSpan.Zero));
    }
}
