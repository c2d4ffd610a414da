using CrimeInsight.Core.DataRoom;
using CrimeInsight.Data.Startup;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.DataRoom;

/// <summary>Composition of uploads, for a process that serves. Needs <see cref="UploadRules"/> and the job queue.</summary>
public static class DataRoomServiceCollectionExtensions
{
    // While one file is stored another can be looked at, and a source be read.
    private const int Workers = 3;

    private const string UsualFolder = "uploads";

    private static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddCrimeInsightUploads(this IServiceCollection services)
    {
        services.AddUploadWork();
        services.AddSingleton<IStepQueue, StepQueue>();
        services.AddSingleton<IStepJob, StepJob>();
        // People wait for their files; runs of forecasts take many minutes.
        services.AddHangfireServer(server =>
        {
            server.Queues = [StepQueue.Name];
            server.WorkerCount = Workers;
            server.ShutdownTimeout = s_shutdown;
        });
        services.AddSingleton<UploadSteps>();
        return services;
    }

    /// <summary>Taking files in and working on them, here and now.</summary>
    public static IServiceCollection AddUploadWork(this IServiceCollection services)
    {
        services.AddSingleton<IUploadStore, UploadStore>();
        services.AddSingleton<IUploadFiles>(provider => new UploadFolder(
            provider.GetRequiredService<UploadRules>().Folder ?? Path.Combine(provider.GetRequiredService<CrimeDatabase>().DataFolder, UsualFolder)));
        services.AddSingleton<IStepStore, StepStore>();
        services.AddSingleton<IMappingStore, MappingStore>();
        services.AddSingleton<UploadDesk>();
        services.AddSingleton<StepWork>();
        services.AddSingleton<StepWorker>();
        return services;
    }
}
