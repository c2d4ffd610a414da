using CrimeInsight.Core.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.Queries;

/// <summary>Composition of the semantic query.</summary>
internal static class QueriesServiceCollectionExtensions
{
    private const int CachedResults = 2_000;
    private const int CachedRows = 200_000;

    public static IServiceCollection AddIncidentQueries(this IServiceCollection services)
    {
        services.AddSingleton<PopulationReader>();
        services.AddSingleton<PersonScopes>();
        services.AddSingleton(_ => new QueryResultCache(CachedResults, CachedRows));
        services.AddSingleton<IIncidentQueryRunner, IncidentQueryRunner>();
        return services;
    }
}
