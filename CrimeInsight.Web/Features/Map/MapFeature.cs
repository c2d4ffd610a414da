using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Maps;
using MudBlazor;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Composition of the map page.</summary>
public static class MapFeature
{
    public static IServiceCollection AddMapFeature(this IServiceCollection services)
    {
        services.AddSingleton<StreetMap>();
        services.AddScoped<MapCredits>();
        services.AddPage<SharedText>(AppUrls.Map, Icons.Material.Rounded.Map, nameof(SharedText.NavMap));
        services.AddHelp(AppUrls.Map, "Map", "geography");
        services.AddRoutes(routes => routes.MapMapEndpoints());
        services.AddScoped<MapTextFormat>();
        services.AddScoped<MapScenes>();
        services.AddScoped<MapLegends>();
        services.AddScoped<MapPictures>();
        services.AddScoped<MapLoader>();
        return services;
    }
}
