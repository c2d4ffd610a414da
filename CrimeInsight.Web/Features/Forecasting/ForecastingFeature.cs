namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Composition of the Forecast page.</summary>
public static class ForecastingFeature
{
    public static IServiceCollection AddForecastingFeature(this IServiceCollection services) => services
        .AddScoped<ForecastTextFormat>()
        .AddScoped<TrackWords>()
        .AddScoped<EffectWords>()
        .AddScoped<FanChart>()
        .AddScoped<ForecastTableSource>();
}
