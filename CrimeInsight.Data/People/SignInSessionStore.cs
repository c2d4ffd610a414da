using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class SignInSessionStore(NpgsqlDataSource dataSource) : ISignInSessionStore
{
    private const string StartSql = """
        WITH person AS (
            UPDATE crime.person
            SET last_signed_in_at = now()
            WHERE id = @personId
            RETURNING id)
        INSERT INTO crime.person_session (id, person_id, device)
        SELECT @sessionId, id, @device
        FROM person
        """;

    // Once a minute is exact enough for people and spares the table.
    private const string FindPeopleSql = $"""
        SELECT s.id AS session_id, s.last_seen_at < now() - interval '1 minute' AS is_unmarked, {PersonRow.Columns}
        FROM crime.person_session AS s
        JOIN crime.person AS p ON p.id = s.person_id
        WHERE s.id = ANY(@sessionIds)
          AND s.ended_at IS NULL
          AND p.is_active
        """;

    private const string MarkSql = """
        UPDATE crime.person_session
        SET last_seen_at = now()
        WHERE id = ANY(@sessionIds)
          AND ended_at IS NULL
        """;

    private const string ListSql = """
        SELECT id, started_at, last_seen_at, ended_at, device
        FROM crime.person_session
        WHERE person_id = @personId
          AND ended_at IS NULL
        ORDER BY last_seen_at DESC, id
        LIMIT 100
        """;

    private const string EndSql = """
        UPDATE crime.person_session
        SET ended_at = now()
        WHERE id = @sessionId
          AND person_id = @personId
          AND ended_at IS NULL
        """;

    private const string EndAllSql = """
        UPDATE crime.person_session
        SET ended_at = now()
        WHERE person_id = @personId
          AND ended_at IS NULL
          AND (@exceptSessionId::uuid IS NULL OR id <> @exceptSessionId)
        """;

    public async Task<Guid> StartAsync(Guid personId, string device, CancellationToken cancellationToken)
    {
        var sessionId = Guid.CreateVersion7();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(StartSql, new { personId, sessionId, device }, cancellationToken: cancellationToken));
        return sessionId;
    }

    public async Task<IReadOnlyDictionary<Guid, Person>> FindPeopleAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellationToken)
    {
        var rows = await dataSource.ReadAsync(connection => FindAndMarkAsync(connection, [.. sessionIds], cancellationToken), cancellationToken);
        return rows.ToDictionary(row => row.SessionId, row => row.ToPerson());
    }

    public async Task<IReadOnlyList<SignInSession>> ListAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SessionRow>(new CommandDefinition(ListSql, new { personId }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToSession())];
    }

    public async Task<bool> EndAsync(Guid personId, Guid sessionId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(EndSql, new { personId, sessionId }, cancellationToken: cancellationToken)) > 0;
    }

    public async Task<int> EndAllAsync(Guid personId, Guid? exceptSessionId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(EndAllSql, new { personId, exceptSessionId }, cancellationToken: cancellationToken));
    }

    private static async Task<List<SessionPersonRow>> FindAndMarkAsync(NpgsqlConnection connection, Guid[] sessionIds, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<SessionPersonRow>(
            new CommandDefinition(FindPeopleSql, new { sessionIds }, cancellationToken: cancellationToken))).AsList();
        var unmarked = rows.Where(row => row.IsUnmarked).Select(row => row.SessionId).ToArray();
        if (unmarked.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition(MarkSql, new { sessionIds = unmarked }, cancellationToken: cancellationToken));
        return rows;
    }

    private sealed record SessionPersonRow : PersonRow
    {
        public Guid SessionId { get; init; }

        public bool IsUnmarked { get; init; }
    }

    private sealed record SessionRow
    {
        public Guid Id { get; init; }

        public DateTime StartedAt { get; init; }

        public DateTime LastSeenAt { get; init; }

        public DateTime? EndedAt { get; init; }

        public string Device { get; init; } = "";

        public SignInSession ToSession() => new(
            Id,
            new DateTimeOffset(StartedAt, TimeSpan.Zero),
            new DateTimeOffset(LastSeenAt, TimeSpan.Zero),
            EndedAt is { } ended ? new DateTimeOffset(ended, TimeSpan.Zero) : null,
            Device);
    }
}
