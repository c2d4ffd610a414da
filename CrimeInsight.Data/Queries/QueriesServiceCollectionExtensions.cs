using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.Queries;

/// <summary>Composition of the semantic query.</summary>
internal static class QueriesServiceCollectionExtensions
{
    // The Overview of three hundred districts at once: nine results each, two thousand rows. A row takes about 150 bytes.
    private const int CachedResults = 10_000;
    private const int CachedRows = 600_000;

    // Results that several analyses of one head share in the background.
    private const int RunResults = 16;
    private const int RunRows = 1_000_000;

    public static IServiceCollection AddIncidentQueries(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PrivacyOptions>().BindConfiguration(PrivacyOptions.SectionName).ValidateDataAnnotations();
        services.AddSingleton<PopulationReader>();
        services.AddSingleton<PersonScopes>();
        services.AddSingleton(_ => new QueryResultCache(CachedResults, CachedRows));
        services.AddSingleton<IIncidentQueryRunner, IncidentQueryRunner>();
        services.AddKeyedSingleton<IIncidentQueryRunner>(
            RunWorker.Queries, (provider, _) => ActivatorUtilities.CreateInstance<IncidentQueryRunner>(provider, new QueryResultCache(RunResults, RunRows)));
        return services;
    }
}
