using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Core;

/// <summary>Composition of the analytics core.</summary>
public static class CoreServiceCollectionExtensions
{
    public static IServiceCollection AddCrimeInsightCore(this IServiceCollection services) => services
        .AddSingleton<ForecastAnalysis>();
}
