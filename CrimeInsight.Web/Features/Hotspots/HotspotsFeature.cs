using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Composition of the Hotspots page.</summary>
public static class HotspotsFeature
{
    public static IServiceCollection AddHotspotsFeature(this IServiceCollection services) => services
        .AddPage<SharedText>(AppUrls.Hotspots, Icons.Material.Rounded.LocalFireDepartment, nameof(SharedText.NavHotspots))
        .AddHelp(AppUrls.Hotspots, "Hotspots", "hotspots")
        .AddRoutes(routes => routes.MapHotspots())
        .AddRunCount<JobsText>(HotspotPart.Stored, "hotspotsStored", nameof(JobsText.ColumnHotspots))
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
        .AddScoped<FindingsTableSource>()
        .AddScoped<NearRepeatTableSource>()
        .AddScoped<ConcentrationTableSource>();
}
