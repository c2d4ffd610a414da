using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class OneTimeCodes(NpgsqlDataSource dataSource) : IOneTimeCodes
{
    private const string FitsSql = "SELECT crime.code_fits(@personId, @codeHash)";

    private const string RedeemSql = "SELECT crime.redeem_code(@personId, @codeHash, @passwordHash)";

    public Task<bool> FitsAsync(Guid personId, byte[] codeHash, CancellationToken cancellationToken) =>
        AskAsync(FitsSql, new { personId, codeHash }, cancellationToken);

    public Task<bool> RedeemAsync(Guid personId, byte[] codeHash, string passwordHash, CancellationToken cancellationToken) =>
        AskAsync(RedeemSql, new { personId, codeHash, passwordHash }, cancellationToken);

    private async Task<bool> AskAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }
}
