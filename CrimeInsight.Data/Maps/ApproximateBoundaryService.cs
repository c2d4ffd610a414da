using CrimeInsight.Core;
using CrimeInsight.Data.Startup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrimeInsight.Data.Maps;

/// <summary>Fills in approximate shapes after the start, so that nobody waits for them.</summary>
internal sealed partial class ApproximateBoundaryService(CrimeDatabase database, ILogger<ApproximateBoundaryService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.OwnerConnectionString is not { } owner)
            return;
        await Task.Yield();
        try
        {
            var count = await new ApproximateBoundaryLoader(ApproximateBoundaryLoader.UsualMap).LoadAsync(owner, stoppingToken);
            if (count > 0)
                LogComputed(count);
        }
        catch (Exception failure) when (failure is OperatorException or FormatException or Npgsql.NpgsqlException)
        {
            // The app serves without shapes; the next start tries again.
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Computed {Count} approximate boundaries")]
    private partial void LogComputed(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Approximate boundaries could not be computed")]
    private partial void LogFailed(Exception failure);
}
