using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Audit;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Migrations;
using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Data.Jobs;

/// <summary>Composition of background jobs, for a process that serves.</summary>
public static class JobsServiceCollectionExtensions
{
    // One job at a time in a process: they take all processors they may have.
    private const int Workers = 1;

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(15);

    // A process says so far more often as long as it works; a job of one that was killed is another's after so long. What works twice for a
    // moment sees that in its own state.
    private static readonly TimeSpan s_invisible = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_keeping = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddCrimeInsightJobs(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<JobOptions>().BindConfiguration(JobOptions.SectionName).ValidateDataAnnotations();
        services.AddSingleton(provider => new RunThreads(provider.GetRequiredService<IOptions<JobOptions>>().Value.ThreadsToUse));
        services.AddSingleton<IRunQueue, RunQueue>();
        services.AddSingleton<RunRequests>();
        services.AddSingleton<IRuns, SteeredRuns>();
        services.AddSingleton<RunScopes>();
        services.AddSingleton<RunWorker>();
        services.AddSingleton<IRunJob, RunJob>();
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new JobLogs(provider.GetRequiredService<ILoggerFactory>()))
            .UsePostgreSqlStorage(
                storage => storage.UseConnectionFactory(new PooledConnections(provider.GetRequiredService<NpgsqlDataSource>())), StorageOptions()));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.ShutdownTimeout = s_shutdown;
            server.SchedulePollingInterval = s_poll;
        });
        services.AddHostedService<RunKeeper>();
        services.AddHostedService<LikelyKeeper>();
        services.AddHostedService<AuditSealer>();
        return services;
    }

    // The database tells of a new job; polling is for those that a killed process left. The schema is the migrator's.
    private static PostgreSqlStorageOptions StorageOptions() => new()
    {
        SchemaName = JobQueueSchema.Name,
        PrepareSchemaIfNecessary = false,
        EnableLongPolling = true,
        QueuePollInterval = s_poll,
        InvisibilityTimeout = s_invisible,
        UseSlidingInvisibilityTimeout = true,
        JobExpirationCheckInterval = s_keeping,
        CountersAggregateInterval = s_keeping,
    };
}
