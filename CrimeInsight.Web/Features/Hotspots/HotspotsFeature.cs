namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Composition of the Hotspots page.</summary>
public static class HotspotsFeature
{
    public static IServiceCollection AddHotspotsFeature(this IServiceCollection services) => services
        .AddSingleton<IHotspotPresenter, GetisOrdPresenter>()
        .AddSingleton<IHotspotPresenter, LocalMoranPresenter>()
        .AddSingleton<IHotspotPresenter, ProspectiveScanPresenter>()
        .AddSingleton<IHotspotPresenter, EmergingHotspotsPresenter>()
        .AddSingleton<IHotspotPresenter, HexagonCellsPresenter>()
        .AddSingleton<IHotspotPresenter, DensityClustersPresenter>()
        .AddSingleton<IHotspotPresenter, RelativeRiskDensityPresenter>()
        .AddSingleton<IHotspotPresenter, NearRepeatPresenter>()
        .AddSingleton<IHotspotPresenter, ConcentrationPresenter>()
        .AddSingleton<HotspotPresenters>()
        .AddScoped<HotspotTextFormat>()
        .AddScoped<HotspotScenes>()
        .AddScoped<HotspotCsv>()
        .AddScoped<HotspotDownload>();
}
