using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Incidents;
using Dapper;

namespace CrimeInsight.Data.Import;

/// <summary>Cases of a judged batch that may be one with another, by the functions of migration 0061.</summary>
internal sealed partial class BatchSession
{
    // The planner knows nothing of tables just made.
    private const string OpenTracesSql = """
        SELECT crime.open_traces(@id);
        SET LOCAL work_mem = '256MB';
        SET LOCAL enable_nestloop = off;
        """;

    /// <summary>After <see cref="CheckAsync"/>, of a batch that is not stored.</summary>
    /// <param name="features">Works out the features of the same cases; null: nobody asks.</param>
    public async Task<LikenessResult> FindLikelyAsync(CrimeHeadTree heads, FeatureCounter? features, CancellationToken cancellationToken)
    {
        await ExecuteAsync(OpenTracesSql, cancellationToken);
        var finder = new LikenessFinder();
        void Take(CaseTrace trace)
        {
            finder.Add(trace);
            features?.Add(trace);
        }

        await LikelySearch.ReadAsync(
            _session, $"SELECT {TraceReader.Columns}, i.is_new FROM {Traces} i ORDER BY i.occurred_on, i.id", Take, heads, cancellationToken);
        return finder.Complete();
    }

    /// <summary>What was found, with what the two say.</summary>
    public async Task<IReadOnlyList<LikelyPair>> LikelyPairsAsync(IReadOnlyCollection<TwinPair> pairs, CancellationToken cancellationToken)
    {
        var sql = $"""
            WITH side AS MATERIALIZED (
                SELECT i.* FROM {Traces} i WHERE i.id = ANY(@firsts) OR i.id = ANY(@seconds))
            SELECT p.first_id, p.second_id, f.file_name AS first_file, p.score, p.agreement,
                {ConflictContentRow.NewColumns}, {ConflictContentRow.OldColumns}
            FROM unnest(@firsts, @seconds, @scores, @agreements) WITH ORDINALITY AS p (first_id, second_id, score, agreement, place)
            JOIN side n ON n.id = p.second_id
            JOIN side k ON k.id = p.first_id
            LEFT JOIN crime.batch f ON f.number = p.first_id >> 32
            {LikelyPairRow.FirstSql}
            CROSS JOIN (SELECT jsonb '[]' AS incident) AS c
            ORDER BY p.place
            """;
        var values = new
        {
            firsts = pairs.Select(pair => pair.FirstId).ToArray(),
            seconds = pairs.Select(pair => pair.SecondId).ToArray(),
            scores = pairs.Select(pair => pair.Score).ToArray(),
            agreements = pairs.Select(pair => pair.Agreement.Bits).ToArray(),
        };
        return [.. await _session.Connection.QueryAsync<LikelyPairRow, ConflictContentRow, ConflictContentRow, LikelyPair>(
            new CommandDefinition(sql, values, _session.Transaction, commandTimeout: 0, cancellationToken: cancellationToken),
            (pair, second, first) => pair.ToPair(second, first),
            splitOn: ConflictContentRow.FirstColumn)];
    }

    private string Traces => $"staging.b{_info.Id:N}_trace";
}
