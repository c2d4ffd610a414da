using CrimeInsight.Core.Sources;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>Looks every minute whose time has come, and wakes a process for it.</summary>
public sealed partial class SourceKeeper(ISourceStore store, ISourceQueue queue, SourceSignal signal, ILogger<SourceKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(s_every, stoppingToken);
            try
            {
                if (await store.ClaimAsync(stoppingToken) is { } turn)
                    queue.Enqueue(turn);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether a source is to be read could not be found out; trying again")]
    private partial void LogFailed(Exception failure);
}
