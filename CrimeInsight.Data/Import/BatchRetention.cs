using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Forgets the rows of old batches that were not stored.</summary>
internal static class BatchRetention
{
    // What an administrator set goes before the configuration: Core's SettingCatalogue.RejectKeepDays.
    private const string PurgeSql = """
        SELECT crime.purge_batch_rows(coalesce((SELECT value::integer FROM crime.setting WHERE key = 'RejectKeepDays'), @days))
        """;

    /// <param name="days">Older batches keep their counts and cases only, unless a setting says otherwise.</param>
    /// <returns>Rows forgotten.</returns>
    public static async Task<long> PurgeAsync(NpgsqlDataSource dataSource, Viewer viewer, int days, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken);
        var command = new CommandDefinition(PurgeSql, new { days }, session.Transaction, commandTimeout: 0, cancellationToken: cancellationToken);
        var rows = await session.Connection.ExecuteScalarAsync<long>(command);
        await session.CommitAsync(cancellationToken);
        return rows;
    }
}
