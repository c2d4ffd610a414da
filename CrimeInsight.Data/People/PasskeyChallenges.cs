using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class PasskeyChallenges(NpgsqlDataSource dataSource) : IPasskeyChallenges
{
    private const string ForgetSql = """
        DELETE FROM crime.passkey_answered
        WHERE until < now()
        """;

    private const string TakeSql = """
        INSERT INTO crime.passkey_answered (challenge_hash, until)
        VALUES (@challengeHash, now() + @life)
        ON CONFLICT DO NOTHING
        """;

    public async Task<bool> TakeAsync(byte[] challengeHash, TimeSpan life, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(ForgetSql, cancellationToken: cancellationToken));
        return await connection.ExecuteAsync(new CommandDefinition(TakeSql, new { challengeHash, life }, cancellationToken: cancellationToken)) == 1;
    }
}
