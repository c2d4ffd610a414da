using System.Text.Json;
using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class AuditWriter(NpgsqlDataSource dataSource) : IAuditWriter
{
    private const string ActAsSql = "SELECT set_config('crimeinsight.person', @person, true)";

    private const string WriteSql = "SELECT crime.write_audit(@userName, @action, @subject, @detail::jsonb)";

    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var values = new { userName = entry.UserName, action = entry.Action, subject = entry.Subject, detail = JsonSerializer.Serialize(entry.Detail) };
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            new CommandDefinition(ActAsSql, new { person = entry.PersonId?.ToString() ?? "" }, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(WriteSql, values, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }
}
