using CrimeInsight.Core.Health;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Runs;


namespace CrimeInsight.Web.Shared.Layout;

/// <summary>
/// Watches the data and background work once for all circuits of this process, so that open pages cost no queries.
/// Reads every second while something runs, every ten seconds otherwise.
/// </summary>
public sealed partial class SiteStatusMonitor(
    IDataStatusReader dataStatus, ITaskProgressReader tasks, IDatabaseWatch database, TimeProvider time, ILogger<SiteStatusMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan s_busyInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_idleInterval = TimeSpan.FromSeconds(10);

    /// <summary>Raised on a worker thread after <see cref="Current"/> changed.</summary>
    public event Action? Changed;

    public SiteStatus Current { get; private set; } = SiteStatus.Unknown;

    /// <summary>Reads once and tells listeners if anything changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var open = await tasks.ListOpenAsync(cancellationToken);
        var task = open.FirstOrDefault(item => item.State is TaskState.Running or TaskState.Waiting) ?? (open.Count > 0 ? open[0] : null);
        var status = new SiteStatus(await dataStatus.GetAsync(cancellationToken), task);
        if (status == Current)
            return;
        Current = status;
        Changed?.Invoke();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!database.Current.IsAway)
                    await RefreshAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested && database.CouldNotAsk(failure))
            {
                // The watch tells of it.
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnreadable(failure);
            }

            await Task.Delay(Current.Task is null && !database.Current.IsAway ? s_idleInterval : s_busyInterval, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The state of the data could not be read; trying again")]
    private partial void LogUnreadable(Exception failure);
}
