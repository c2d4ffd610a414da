using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrimeInsight.Data.Results;

/// <summary>
/// Results in the database, read as the person, to whom it gives one only when the whole place is theirs; stored in one
/// transaction with the mark of their unit, through the owner's function.
/// </summary>
internal sealed class ResultStore(NpgsqlDataSource app, IReferenceDataReader references) : IResultStore
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private const string FindSql = """
        SELECT r.body::text AS body, r.computed_at
        FROM crime.result r
        CROSS JOIN crime.data_state d
        WHERE r.ordinal = @from
          AND r.ordinal_until = @until
          AND r.kind = @kind
          AND r.request_hash = @hash
          AND r.version = @version
          AND r.data_version = @data
          AND r.data_version = d.months_version
          AND r.reference_version = @reference
          AND r.reference_version = d.reference_version
        """;

    private const string CopySql = """
        COPY crime.result_incoming (kind, ordinal, ordinal_until, request_hash, request, version, data_version, reference_version, run_id, body)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string StoreSql = """
        SELECT crime.store_results(@run, @kind, @name, @holder, @from, @until, @kinds, @counts::jsonb)
        """;

    public async Task<StoredResult<TReport>?> FindAsync<TReport>(ResultKey key, Viewer viewer, CancellationToken cancellationToken)
        where TReport : class
    {
        var parameters = new
        {
            from = key.From,
            until = key.Until,
            kind = key.Kind,
            hash = key.Hash(),
            version = key.Version,
            data = key.DataVersion,
            reference = key.ReferenceVersion,
        };
        var row = await PersonSession.ReadAsync(
            app,
            viewer,
            s_timeout,
            session => session.Connection.QuerySingleOrDefaultAsync<(string Body, DateTime ComputedAt)?>(
                new CommandDefinition(FindSql, parameters, session.Transaction, cancellationToken: cancellationToken)),
            cancellationToken);
        if (row is not var (body, at))
            return null;
        var reference = await references.GetAsync(cancellationToken);
        return new StoredResult<TReport>(ResultJson.Of(reference.Jurisdictions).Read<TReport>(body), new DateTimeOffset(at, TimeSpan.Zero));
    }

    public async Task StoreAsync(
        RunClaim claim,
        Jurisdiction place,
        ImmutableArray<string> kinds,
        IReadOnlyCollection<ComputedResult> results,
        IReadOnlyDictionary<string, long> counts,
        CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, claim.Owner, timeout: null, cancellationToken);
        await using (var copy = await session.Connection.BeginBinaryImportAsync(CopySql, cancellationToken))
        {
            foreach (var result in results)
                await WriteAsync(copy, claim.Run, result, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        var parameters = new
        {
            run = claim.Run,
            kind = claim.Kind,
            name = claim.Unit.Name,
            holder = claim.Holder,
            from = place.Ordinal,
            until = place.OrdinalUntil,
            kinds = kinds.ToArray(),
            counts = JsonSerializer.Serialize(counts),
        };
        await session.Connection.ExecuteAsync(new CommandDefinition(StoreSql, parameters, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Guid run, ComputedResult result, CancellationToken cancellationToken)
    {
        var key = result.Key;
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(key.Kind, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(key.From, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(key.Until, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(key.Hash(), NpgsqlDbType.Bytea, cancellationToken);
        await copy.WriteAsync(key.Request, NpgsqlDbType.Json, cancellationToken);
        await copy.WriteAsync(key.Version, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(key.DataVersion, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(key.ReferenceVersion, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(run, NpgsqlDbType.Uuid, cancellationToken);
        await copy.WriteAsync(result.Body, NpgsqlDbType.Json, cancellationToken);
    }
}
