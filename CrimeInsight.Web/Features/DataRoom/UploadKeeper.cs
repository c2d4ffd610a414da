using CrimeInsight.Core.DataRoom;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Deletes uploads whose time is over, and files that were left over.</summary>
public sealed partial class UploadKeeper(UploadDesk desk, TimeProvider time, ILogger<UploadKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await desk.PurgeAsync(stoppingToken) is > 0 and var gone)
                    LogPurged(gone);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }

            await Task.Delay(s_every, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} uploads whose time was over")]
    private partial void LogPurged(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Uploads whose time is over could not be deleted; trying again later")]
    private partial void LogFailed(Exception failure);
}
