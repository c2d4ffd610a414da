using CrimeInsight.Core.Settings;

namespace CrimeInsight.Web.Features.Settings;

/// <summary>Reads the settings at start, and every hour ends and forgets what they say is kept no longer.</summary>
public sealed partial class SettingsKeeper(ISettings settings, TimeProvider time, ILogger<SettingsKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(s_interval, time);
        do
        {
            try
            {
                await settings.ForgetOldAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotForgotten(failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is kept no longer could not be deleted; trying again in an hour: {Reason}")]
    private partial void LogNotForgotten(string reason);
}
