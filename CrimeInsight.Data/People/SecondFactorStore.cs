using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class SecondFactorStore(NpgsqlDataSource dataSource) : ISecondFactorStore
{
    private const string FindSql = """
        SELECT f.secret, (SELECT count(*)::integer FROM crime.person_recovery r WHERE r.person_id = f.person_id) AS recovery_codes
        FROM crime.person_factor f
        WHERE f.person_id = @personId
        """;

    private const string SetSql = """
        INSERT INTO crime.person_factor (person_id, secret, last_step)
        VALUES (@personId, @secret, @step)
        ON CONFLICT (person_id) DO UPDATE
        SET secret = excluded.secret, last_step = excluded.last_step, set_at = now()
        """;

    private const string TakeStepSql = """
        UPDATE crime.person_factor
        SET last_step = @step
        WHERE person_id = @personId
          AND last_step < @step
        """;

    private const string TakeRecoverySql = """
        DELETE FROM crime.person_recovery
        WHERE person_id = @personId
          AND code_hash = @codeHash
        """;

    private const string ForgetRecoverySql = """
        DELETE FROM crime.person_recovery
        WHERE person_id = @personId
        """;

    private const string AddRecoverySql = """
        INSERT INTO crime.person_recovery (person_id, code_hash)
        SELECT @personId, unnest(@recoveryHashes)
        """;

    private const string RemoveSql = """
        DELETE FROM crime.person_factor
        WHERE person_id = @personId
        """;

    public async Task<SecondFactor?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<SecondFactor>(new CommandDefinition(FindSql, new { personId }, cancellationToken: cancellationToken));
    }

    public Task SetAsync(Guid personId, string secret, long step, IReadOnlyList<byte[]> recoveryHashes, CancellationToken cancellationToken) => ChangeAsync(
        new { personId, secret, step, recoveryHashes = recoveryHashes.ToArray() }, [SetSql, ForgetRecoverySql, AddRecoverySql], cancellationToken);

    public async Task<bool> TakeStepAsync(Guid personId, long step, CancellationToken cancellationToken) =>
        await ChangeAsync(new { personId, step }, [TakeStepSql], cancellationToken) > 0;

    public async Task<bool> TakeRecoveryAsync(Guid personId, byte[] codeHash, CancellationToken cancellationToken) =>
        await ChangeAsync(new { personId, codeHash }, [TakeRecoverySql], cancellationToken) > 0;

    public Task RenewRecoveryAsync(Guid personId, IReadOnlyList<byte[]> recoveryHashes, CancellationToken cancellationToken) =>
        ChangeAsync(new { personId, recoveryHashes = recoveryHashes.ToArray() }, [ForgetRecoverySql, AddRecoverySql], cancellationToken);

    public Task RemoveAsync(Guid personId, CancellationToken cancellationToken) =>
        ChangeAsync(new { personId }, [ForgetRecoverySql, RemoveSql], cancellationToken);

    private async Task<int> ChangeAsync(object values, string[] statements, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var changed = 0;
        foreach (var sql in statements)
            changed += await connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }
}
