using CrimeInsight.Core.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Data.Jobs;

/// <summary>
/// Asks for a run when the complete months have changed (a month is complete, or enough cases came late for earlier ones):
/// told by the database at once, and now and then looking for itself. While data are being loaded it waits for the end.
/// </summary>
internal sealed partial class RunKeeper(
    NpgsqlDataSource app, IRunOwners owners, RunRequests requests, ITaskProgressReader tasks, IOptions<JobOptions> options, ILogger<RunKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(20);

    private const string ListenSql = "LISTEN crimeinsight_data";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Automatic)
            return;
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
                await Task.Delay(s_retryAfter, stoppingToken);
            }
        }
    }

    /// <summary>Asks for what is missing.</summary>
    /// <returns>False while data are being loaded.</returns>
    internal async Task<bool> EnsureAsync(CancellationToken cancellationToken)
    {
        if ((await tasks.ListOpenAsync(cancellationToken)).Any(task => task.State is TaskState.Running or TaskState.Waiting))
            return false;
        foreach (var owner in await owners.ListAsync(cancellationToken))
            await requests.EnsureAsync(owner, cancellationToken);
        return true;
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand(ListenSql, connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            // Several batches often come in a row.
            await Task.Delay(s_settle, cancellationToken);
            if (await EnsureAsync(cancellationToken))
                await connection.WaitAsync(s_look, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether forecasts and hotspots are up to date could not be found out; trying again")]
    private partial void LogFailed(Exception failure);
}
