using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.SignIn;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.DemoData;

/// <summary>In demo mode fills an empty database in the background, and goes on where a killed start stopped.</summary>
public sealed partial class DemoDataKeeper(
    DemoMode demo, IOptions<DemoDataOptions> options, IDemoAccounts accounts, IDemoDataLoader loader, TimeProvider time, ILogger<DemoDataKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(15);
    private const int MostTries = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!demo.IsOn || options.Value.Incidents == 0)
            return;
        await Task.Yield();
        var request = new DemoRequest(options.Value.Incidents, options.Value.Seed);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryAsync(request, stoppingToken))
                return;
            await Task.Delay(s_retryAfter, time, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(DemoRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await accounts.EnsureAsync(cancellationToken);
            if (!await loader.IsDueAsync(request, cancellationToken))
                return true;
            var result = await loader.LoadAsync(request, null, cancellationToken);
            LogLoaded(result.Loaded, result.Present);
            return true;
        }
        catch (OperatorException problem)
        {
            // Another instance is loading, or something the operator must put right.
            LogWaiting(problem.Message);
            return false;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Loaded} demo incidents; {Present} were there")]
    private partial void LogLoaded(long loaded, long present);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demo data is not loaded yet: {Reason}")]
    private partial void LogWaiting(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Demo data could not be loaded; trying again")]
    private partial void LogFailed(Exception failure);
}
