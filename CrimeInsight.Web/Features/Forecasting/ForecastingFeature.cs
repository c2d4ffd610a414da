using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Composition of the Forecast page.</summary>
public static class ForecastingFeature
{
    public static IServiceCollection AddForecastingFeature(this IServiceCollection services) => services
        .AddScoped<ForecastTextFormat>()
        .AddScoped<TrackWords>()
        .AddSingleton<DecompositionAnalysis>()
        .AddScoped<EffectWords>()
        .AddScoped<FanChart>()
        .AddScoped<ForecastTableSource>();
}
