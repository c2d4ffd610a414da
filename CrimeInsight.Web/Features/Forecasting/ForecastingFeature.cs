using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Composition of the Forecast page.</summary>
public static class ForecastingFeature
{
    public static IServiceCollection AddForecastingFeature(this IServiceCollection services) => services
        .AddPage<SharedText>(AppUrls.Forecast, Icons.Material.Rounded.Timeline, nameof(SharedText.NavForecast))
        .AddHelp(AppUrls.Forecast, "Forecast", "forecasting")
        .AddRoutes(routes => routes.MapForecasting())
        .AddRunCount<JobsText>(ForecastPart.Stored, "forecastsStored", nameof(JobsText.ColumnStored))
        .AddRunCount<JobsText>(ForecastPart.Withheld, "forecastsWithheld", nameof(JobsText.ColumnWithheld))
        .AddRunCount<JobsText>(ForecastPart.TooShort, "forecastsTooShort", nameof(JobsText.ColumnTooShort))
        .AddScoped<ForecastTextFormat>()
        .AddScoped<TrackWords>()
        .AddScoped<EffectWords>()
        .AddScoped<FanChart>()
        .AddScoped<ForecastTableSource>();
}
