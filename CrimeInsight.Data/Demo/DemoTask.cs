using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Demo;

/// <summary>The row of <c>crime.task_progress</c> that tells every instance how far a demo load is.</summary>
internal sealed class DemoTask(NpgsqlDataSource app, long total)
{
    private const string StartSql = """
        INSERT INTO crime.task_progress (id, kind, state, done, total)
        VALUES (@id, 'demo', 'running', 0, @total)
        """;

    private const string UpdateSql = """
        UPDATE crime.task_progress
        SET state = @state, done = @done, message = @message, updated_at = now()
        WHERE id = @id
        """;

    private readonly Guid _id = Guid.NewGuid();

    public Task StartAsync(CancellationToken cancellationToken) => ExecuteAsync(StartSql, new { id = _id, total }, cancellationToken);

    public Task ReportAsync(long done, CancellationToken cancellationToken) => WriteAsync("running", done, null, cancellationToken);

    public Task FinishAsync(CancellationToken cancellationToken) => WriteAsync("done", total, null, cancellationToken);

    /// <param name="problem">Why it stopped; null when it was cancelled.</param>
    public Task StopAsync(long done, string? problem, CancellationToken cancellationToken) =>
        WriteAsync(problem is null ? "cancelled" : "failed", done, problem, cancellationToken);

    private Task WriteAsync(string state, long done, string? message, CancellationToken cancellationToken) =>
        ExecuteAsync(UpdateSql, new { id = _id, state, done, message }, cancellationToken);

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }
}
