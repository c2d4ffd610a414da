using CrimeInsight.Core.Health;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Creates the demo accounts and binds them again when the tree of jurisdictions changes, as it does when demo stations arrive.</summary>
public sealed partial class DemoAccountsKeeper(
    DemoMode demo, IDemoAccounts accounts, IReferenceDataReader reference, IDatabaseWatch database, TimeProvider time,
    ILogger<DemoAccountsKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!demo.IsOn)
            return;
        long? bound = null;
        using var timer = new PeriodicTimer(s_interval, time);
        do
        {
            try
            {
                var version = (await reference.GetAsync(stoppingToken)).Version;
                if (version == bound)
                    continue;
                await accounts.EnsureAsync(stoppingToken);
                bound = version;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested && database.CouldNotAsk(failure))
            {
                // The watch tells of it.
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotBound(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo accounts could not be prepared; trying again")]
    private partial void LogNotBound(Exception failure);
}
