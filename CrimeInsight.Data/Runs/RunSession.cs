using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Runs;

/// <summary>What runs read and change, each in a transaction of its own, as the person.</summary>
internal static class RunSession
{
    public static async Task<T> AsAsync<T>(this NpgsqlDataSource app, Viewer viewer, Func<PersonSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, viewer, timeout: null, cancellationToken);
        var result = await work(session);
        await session.CommitAsync(cancellationToken);
        return result;
    }

    public static Task<IEnumerable<T>> QueryAsync<T>(
        this NpgsqlDataSource app, Viewer viewer, string sql, object parameters, CancellationToken cancellationToken) =>
        app.AsAsync(viewer, session => session.Connection.QueryAsync<T>(session.Command(sql, parameters, cancellationToken)), cancellationToken);

    public static Task<int> ExecuteAsync(this NpgsqlDataSource app, Viewer viewer, string sql, object parameters, CancellationToken cancellationToken) =>
        app.AsAsync(viewer, session => session.Connection.ExecuteAsync(session.Command(sql, parameters, cancellationToken)), cancellationToken);

    public static CommandDefinition Command(this PersonSession session, string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, session.Transaction, cancellationToken: cancellationToken);
}
