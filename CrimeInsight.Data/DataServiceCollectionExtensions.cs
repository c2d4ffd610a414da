using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data;

/// <summary>Composition of the data layer.</summary>
public static class DataServiceCollectionExtensions
{
    public static IServiceCollection AddCrimeInsightData(this IServiceCollection services, IConfiguration configuration) => services;
}
