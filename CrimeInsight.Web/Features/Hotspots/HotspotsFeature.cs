namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Composition of the Hotspots page.</summary>
public static class HotspotsFeature
{
    public static IServiceCollection AddHotspotsFeature(this IServiceCollection services) => services
        .AddScoped<HotspotTextFormat>()
        .AddScoped<HotspotScenes>()
        .AddScoped<HotspotCsv>()
        .AddScoped<HotspotDownload>();
}
