using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Maps;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Composition of the map page.</summary>
public static class MapFeature
{
    public static IServiceCollection AddMapFeature(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<MapOptions>().BindConfiguration(MapOptions.SectionName).ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<MapOptions>, MapOptionsValidator>();
        services.AddPage<SharedText>(AppUrls.Map, Icons.Material.Rounded.Map, nameof(SharedText.NavMap));
        services.AddRoutes(routes => routes.MapMapEndpoints());
        services.AddScoped<MapTextFormat>();
        services.AddScoped<MapScenes>();
        services.AddScoped<MapLegends>();
        services.AddScoped<MapPictures>();
        services.AddScoped<MapLoader>();
        return services;
    }
}
