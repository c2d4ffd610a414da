using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.DemoData;

/// <summary>
/// In demo mode fills an empty database in the background, goes on where a killed start stopped, and adds each day when it is
/// over, those missed while the app stood still as well. One instance at a time; never once real cases are there.
/// </summary>
public sealed partial class DemoDataKeeper(
    DemoMode demo, IOptions<DemoDataOptions> options, IDemoAccounts accounts, IDemoDataLoader loader, TimeProvider time, ILogger<DemoDataKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(15);

    // Short: a machine that slept over midnight is not told.
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMinutes(10);
    private const int MostTries = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!demo.IsOn || options.Value.Incidents == 0)
            return;
        await Task.Yield();
        do
            await KeepAsync(stoppingToken);
        while (options.Value.Until is null && await WaitAsync(s_lookEvery, stoppingToken));
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (options.Value.RequestOn(DemoRequest.DayAt(time.GetUtcNow())) is not { } request || await TryAsync(request, cancellationToken))
                return;
            await WaitAsync(s_retryAfter, cancellationToken);
        }
    }

    private async Task<bool> WaitAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        await Task.Delay(span, time, cancellationToken);
        return true;
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
