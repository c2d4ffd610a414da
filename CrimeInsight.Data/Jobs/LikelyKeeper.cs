using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Import;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Data.Jobs;

/// <summary>Seeks the twins of new batches' cases after they are stored, on behalf of whoever brought them in.</summary>
internal sealed partial class LikelyKeeper(
    NpgsqlDataSource app, LikelySearch search, IRunOwners owners, DatabaseNews news, IOptions<JobOptions> options, ILogger<LikelyKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(2);

    private const string WaitingSql = """
        SELECT id, person_id
        FROM crime.unsearched_batches()
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Automatic)
            return;
        await Task.Yield();
        using var changed = new SemaphoreSlim(0);
        void OnChange() => changed.Release();
        news.DataChanged += OnChange;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAsync(stoppingToken);
                await changed.WaitAsync(s_look, stoppingToken);
                await Task.Delay(s_settle, stoppingToken);
            }
        }
        finally
        {
            news.DataChanged -= OnChange;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (batch, person) in await WaitingAsync(cancellationToken))
                if (await owners.FindAsync(person, cancellationToken) is { } viewer)
                    await search.RunAsync(batch, viewer, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    private async Task<IEnumerable<(Guid Batch, Guid Person)>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<(Guid, Guid)>(new CommandDefinition(WaitingSql, cancellationToken: cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Probable duplicates of new batches could not be sought; trying again")]
    private partial void LogFailed(Exception failure);
}
