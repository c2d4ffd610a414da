using CrimeInsight.Web.Shared.Maps;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Composition of the map page.</summary>
public static class MapFeature
{
    public static IServiceCollection AddMapFeature(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<MapOptions>().BindConfiguration(MapOptions.SectionName).ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<MapOptions>, MapOptionsValidator>();
        services.AddScoped<MapTextFormat>();
        services.AddScoped<MapScenes>();
        services.AddScoped<MapLegends>();
        services.AddScoped<MapPictures>();
        services.AddScoped<MapLoader>();
        return services;
    }
}
