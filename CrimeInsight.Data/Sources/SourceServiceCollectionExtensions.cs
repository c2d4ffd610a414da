using CrimeInsight.Core.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.Sources;

/// <summary>Composition of sources. Needs their rules, secrets and words, and the work on uploads.</summary>
public static class SourceServiceCollectionExtensions
{
    /// <summary>Reading sources, here and now.</summary>
    public static IServiceCollection AddSourceWork(this IServiceCollection services)
    {
        services.AddSingleton<ISourceStore, SourceStore>();
        services.AddSingleton<ISourceReader, FolderReader>();
        services.AddSingleton<ISourceReader, WebReader>();
        services.AddSingleton<SourceSignal>();
        services.AddSingleton<SourceFiles>();
        services.AddSingleton<SourceSteps>();
        services.AddSingleton<SourceTrials>();
        services.AddSingleton<SourceWork>();
        services.AddSingleton<SourceWorker>();
        services.AddSingleton<SourceDesk>();
        return services;
    }

    /// <summary>Reading them in the background, for a process that serves.</summary>
    public static IServiceCollection AddSourceQueue(this IServiceCollection services)
    {
        services.AddSingleton<ISourceQueue, SourceQueue>();
        services.AddSingleton<ISourceJob, SourceJob>();
        return services;
    }
}
