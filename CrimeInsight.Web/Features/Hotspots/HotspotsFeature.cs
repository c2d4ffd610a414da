using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Composition of the Hotspots page.</summary>
public static class HotspotsFeature
{
    public static IServiceCollection AddHotspotsFeature(this IServiceCollection services) => services
        .AddSingleton<PlaceCasesReader>()
        .AddSingleton<HotspotAnalysis>()
        .AddSingleton<NearRepeatAnalysis>()
        .AddSingleton<ConcentrationAnalysis>()
        .AddScoped<HotspotTextFormat>()
        .AddScoped<HotspotScenes>()
        .AddScoped<HotspotCsv>()
        .AddScoped<HotspotDownload>();
}
