using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Audit;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Data.Hotspots;
using CrimeInsight.Data.Migrations;
using CrimeInsight.Data.Queries;
using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Data.Jobs;

/// <summary>Composition of background jobs, for a process that serves.</summary>
public static class JobsServiceCollectionExtensions
{
    // One job at a time in a process: they take all processors they may have.
    private const int Workers = 1;

    // Results of queries that several analyses of one head share.
    private const int JobCacheEntries = 16;
    private const int JobCacheRows = 1_000_000;

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_invisible = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_keeping = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddCrimeInsightJobs(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<JobOptions>().BindConfiguration(JobOptions.SectionName).ValidateDataAnnotations();
        services.AddSingleton<ForecastOwners>();
        services.AddSingleton<ForecastWriter>();
        services.AddSingleton<ForecastCoherence>();
        services.AddSingleton<ForecastRunStore>();
        services.AddSingleton<HotspotWriter>();
        services.AddSingleton(provider => new HotspotComputer(
            ActivatorUtilities.CreateInstance<IncidentQueryRunner>(provider, new QueryResultCache(JobCacheEntries, JobCacheRows)), provider.GetRequiredService<ICasePointReader>(),
            provider.GetRequiredService<IDataStatusReader>(), provider.GetRequiredService<IReferenceDataReader>(), provider.GetRequiredService<IOptions<JobOptions>>().Value.ThreadsToUse));
        services.AddSingleton(provider => new ForecastRunParts(
            provider.GetRequiredService<ForecastOwners>(), provider.GetRequiredService<ForecastCalibrator>(), provider.GetRequiredService<HistoryReader>(),
            provider.GetRequiredService<IHolidayReader>(), provider.GetRequiredService<ForecastWriter>(), provider.GetRequiredService<ForecastCoherence>(),
            provider.GetRequiredService<HotspotComputer>(), provider.GetRequiredService<HotspotWriter>(),
            provider.GetRequiredService<IOptions<JobOptions>>().Value.ThreadsToUse));
        services.AddSingleton<IForecastJob, ForecastRunner>();
        services.AddSingleton<ForecastRequests>();
        services.AddSingleton<IForecastRuns, ForecastRuns>();
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(storage => storage.UseConnectionFactory(new PooledConnections(provider.GetRequiredService<NpgsqlDataSource>())), StorageOptions()));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.ShutdownTimeout = s_shutdown;
            server.SchedulePollingInterval = s_poll;
        });
        services.AddHostedService<ForecastKeeper>();
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
