using System.Globalization;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Reads pairs as the person, under row-level security, and has them sought and decided.</summary>
internal sealed class LikelyPairStore(NpgsqlDataSource dataSource, LikelySearch search, BatchChanger changer, IAuditWriter audit) : ILikelyPairs
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    // Pairs of cases that stand, and that the person may see.
    private const string OpenPairs = """
        FROM crime.likely_pair p
        JOIN crime.incident i ON i.id = p.second_id
        JOIN crime.incident k ON k.id = p.first_id
        WHERE p.batch_id = @batch
          AND p.decision IS NULL
        """;

    private const string SummarySql = $"""
        SELECT b.likely_chance AS by_chance,
            (SELECT ARRAY[
                count(*) FILTER (WHERE p.score >= @scores[1]), count(*) FILTER (WHERE p.score >= @scores[2]),
                count(*) FILTER (WHERE p.score >= @scores[3]), count(*) FILTER (WHERE p.score >= @scores[4])]::integer[]
            {OpenPairs}) AS reaching,
            (SELECT count(*)::integer FROM crime.likely_pair p WHERE p.batch_id = b.id AND p.decision = 'same') AS same,
            (SELECT count(*)::integer FROM crime.likely_pair p WHERE p.batch_id = b.id AND p.decision = 'different') AS different
        FROM crime.batch b
        WHERE b.id = @batch
        """;

    private const string ListSql = $"""
        SELECT p.first_id, p.second_id, f.file_name AS first_file, b.file_name AS second_file, p.score, p.agreement, p.decision,
            {ConflictContentRow.NewColumns}, {ConflictContentRow.OldColumns}
        FROM (
            SELECT d.*
            FROM crime.likely_pair d
            WHERE d.batch_id = @batch
              AND (d.decision IS NULL) = @isOpen
              AND EXISTS (SELECT 1 FROM crime.incident h WHERE h.id = d.first_id)
              AND (d.state IS NOT NULL OR EXISTS (SELECT 1 FROM crime.incident h WHERE h.id = d.second_id))
            ORDER BY d.score DESC, d.second_id, d.first_id
            LIMIT @limit) AS p
        JOIN crime.batch b ON b.id = p.batch_id
        JOIN crime.incident k ON k.id = p.first_id
        LEFT JOIN crime.batch f ON f.number = p.first_id >> 32
        LEFT JOIN crime.incident i ON i.id = p.second_id
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, coalesce(p.state, to_jsonb(i))) AS n
        {LikelyPairRow.FirstSql}
        CROSS JOIN LATERAL (
            SELECT coalesce(p.state, jsonb_build_object('sections', (
                SELECT coalesce(jsonb_agg(jsonb_build_object('act', s.act, 'section', s.section, 'subsection', s.subsection) ORDER BY s.place), '[]')
                FROM crime.incident_section s
                WHERE s.incident_id = p.second_id))) AS incident) AS c
        ORDER BY p.score DESC, p.second_id, p.first_id
        """;

    private const string RangeSql = $"""
        SELECT p.first_id, p.second_id
        {OpenPairs}
          AND p.score >= @from
          AND p.score < @until
        """;

    private const string PrepareSql = """
        SELECT crime.prepare_pairs(@id, @firsts, @seconds, @decision)
        """;

    private const string CommitSql = """
        SELECT decided
        FROM crime.commit_pairs(@id)
        """;

    public async Task<LikelySummary> SummaryAsync(Guid batch, Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync<SummaryRow>(SummarySql, new { batch, scores = LikenessResult.Scores.ToArray() }, viewer, cancellationToken);
        return rows.SingleOrDefault()?.ToSummary() ?? new LikelySummary([], [], 0, 0);
    }

    public Task<IReadOnlyList<LikelyPair>> ListAsync(Guid batch, bool isOpen, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        PersonSession.ReadAsync<IReadOnlyList<LikelyPair>>(dataSource, viewer, s_timeout, async session =>
        {
            var rows = await session.Connection.QueryAsync<LikelyPairRow, ConflictContentRow, ConflictContentRow, LikelyPair>(
                new CommandDefinition(ListSql, new { batch, isOpen, limit }, session.Transaction, cancellationToken: cancellationToken),
                (pair, second, first) => pair.ToPair(second, first),
                splitOn: ConflictContentRow.FirstColumn);
            return [.. rows];
        },
        cancellationToken);

    public async Task<LikelySummary> SearchAsync(Guid batch, Viewer viewer, CancellationToken cancellationToken)
    {
        await search.RunAsync(batch, viewer, cancellationToken);
        return await SummaryAsync(batch, viewer, cancellationToken);
    }

    public async Task DecideAsync(
        Guid batch, IReadOnlyList<(long FirstId, long SecondId)> pairs, PairDecision? decision, Viewer viewer, CancellationToken cancellationToken)
    {
        var name = decision?.ToString().ToLowerInvariant() ?? "open";
        await changer.ChangeAsync(
            batch,
            viewer,
            PrepareSql,
            parameters =>
            {
                parameters.AddWithValue("firsts", pairs.Select(pair => pair.FirstId).ToArray());
                parameters.AddWithValue("seconds", pairs.Select(pair => pair.SecondId).ToArray());
                parameters.AddWithValue("decision", name);
            },
            session => session.CommitAsync<long>(CommitSql, new { id = batch }, cancellationToken),
            null,
            cancellationToken);
        var detail = new Dictionary<string, string>
        {
            ["decision"] = name,
            ["pairs"] = pairs.Count.ToString(CultureInfo.InvariantCulture),
            // The first few tell which; the rest stands with the pairs.
            ["rows"] = string.Join(' ', pairs.Take(20).Select(pair => BatchRow.Of(pair.SecondId, null).Row.ToString(CultureInfo.InvariantCulture))),
        };
        await audit.WriteAsync(AuditEntry.By(viewer, AuditActions.PairsDecided, $"batch:{batch}") with { Detail = detail }, CancellationToken.None);
    }

    public async Task<int> DecideAsync(Guid batch, double from, double until, PairDecision decision, Viewer viewer, CancellationToken cancellationToken)
    {
        var pairs = await ReadAsync<(long, long)>(RangeSql, new { batch, from, until }, viewer, cancellationToken);
        if (pairs.Count > 0)
            await DecideAsync(batch, pairs, decision, viewer, cancellationToken);
        return pairs.Count;
    }

    private Task<List<T>> ReadAsync<T>(string sql, object values, Viewer viewer, CancellationToken cancellationToken) =>
        PersonSession.ListAsync<T>(dataSource, viewer, s_timeout, sql, values, cancellationToken);

    private sealed record SummaryRow
    {
        public double[]? ByChance { get; init; }

        public int[] Reaching { get; init; } = [];

        public int Same { get; init; }

        public int Different { get; init; }

        public LikelySummary ToSummary() => new([.. Reaching], [.. ByChance ?? []], Same, Different);
    }
}
