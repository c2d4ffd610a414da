using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>
/// Seeks the twins of a stored batch's cases among what the person may see, beside the work of others: it reads, and stores the pairs at the end.
/// </summary>
internal sealed class LikelySearch(NpgsqlDataSource dataSource, IReferenceDataReader reference)
{
    // One search at a time, whichever instance looks.
    private const string TurnSql = """
        SET LOCAL work_mem = '256MB';
        SELECT pg_advisory_xact_lock(4711061);
        """;

    private const string ReachSql = """
        SELECT b.number::bigint AS number, d.days::text AS days, lower(d.days) AS from, upper(d.days) AS until
        FROM crime.batch b
        CROSS JOIN LATERAL (
            SELECT crime.near_days(array_agg(DISTINCT i.occurred_on)) AS days
            FROM crime.incident i
            WHERE i.id >= b.number::bigint << 32 AND i.id < (b.number + 1)::bigint << 32) AS d
        WHERE b.id = @batch
          AND b.finished_at IS NOT NULL
          AND b.rolled_back_at IS NULL
        """;

    private const string TracesSql = $"""
        SELECT {TraceReader.Columns}, i.id >= @number << 32
        FROM crime.incident i
        WHERE i.occurred_on <@ @days::datemultirange
          AND i.occurred_on >= @from
          AND i.occurred_on < @until
          AND i.id < (@number + 1) << 32
        ORDER BY i.occurred_on, i.id
        """;

    private const string KeepSql = """
        SELECT crime.keep_pairs(@batch, @firsts, @seconds, @scores, @agreements, @chance)
        """;

    /// <exception cref="BatchRefusedException">There is no such batch, or it is rolled back.</exception>
    public async Task RunAsync(Guid batch, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken);
        await ExecuteAsync(session, TurnSql, null, cancellationToken);
        var reach = await session.Connection.QuerySingleOrDefaultAsync<ReachRow>(Command(session, ReachSql, new { batch }, cancellationToken))
            ?? throw new BatchRefusedException(BatchProblem.Unknown, batch.ToString());
        var finder = new LikenessFinder();
        if (reach is { From: { } from, Until: { } until })
            await ReadAsync(session, TracesSql, trace => finder.Add(trace), (await reference.GetAsync(cancellationToken)).Heads, cancellationToken,
                ("number", reach.Number), ("days", reach.Days), ("from", from), ("until", until));
        var found = finder.Complete();
        var values = new
        {
            batch,
            firsts = found.Pairs.Select(pair => pair.FirstId).ToArray(),
            seconds = found.Pairs.Select(pair => pair.SecondId).ToArray(),
            scores = found.Pairs.Select(pair => pair.Score).ToArray(),
            agreements = found.Pairs.Select(pair => pair.Agreement.Bits).ToArray(),
            chance = found.ByChance.ToArray(),
        };
        await ExecuteAsync(session, KeepSql, values, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    /// <summary>Passes cases on in the order of their days.</summary>
    public static async Task ReadAsync(
        PersonSession session, string sql, Action<CaseTrace> take, Core.Incidents.CrimeHeadTree heads, CancellationToken cancellationToken,
        params (string Name, object Value)[] values)
    {
        var traces = new TraceReader(heads);
        await using var command = new NpgsqlCommand(sql, session.Connection, session.Transaction) { CommandTimeout = 0 };
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            take(traces.Read(reader));
    }

    private static Task<int> ExecuteAsync(PersonSession session, string sql, object? values, CancellationToken cancellationToken) =>
        session.Connection.ExecuteAsync(Command(session, sql, values, cancellationToken));

    private static CommandDefinition Command(PersonSession session, string sql, object? values, CancellationToken cancellationToken) =>
        new(sql, values, session.Transaction, commandTimeout: 0, cancellationToken: cancellationToken);

    private sealed record ReachRow
    {
        public long Number { get; init; }

        public string Days { get; init; } = "";

        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }
    }
}
