using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Composition of the Hotspots page.</summary>
public static class HotspotsFeature
{
    public static IServiceCollection AddHotspotsFeature(this IServiceCollection services) => services
        .AddSingleton<PlaceCasesReader>()
        .AddSingleton<HotspotAnalysis>()
        .AddSingleton<NearRepeatAnalysis>()
        .AddSingleton<ConcentrationAnalysis>()
        .AddSingleton<HotspotAnswers>()
        .AddScoped<HotspotTextFormat>()
        .AddScoped<HotspotScenes>()
        .AddScoped<HotspotCsv>()
        .AddScoped<HotspotDownload>();
}
