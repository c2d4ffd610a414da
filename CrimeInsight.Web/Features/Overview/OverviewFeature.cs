using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>Composition of the start page.</summary>
public static class OverviewFeature
{
    public static IServiceCollection AddOverviewFeature(this IServiceCollection services) => services
        .AddPage<SharedText>(AppUrls.Overview, Icons.Material.Rounded.SpaceDashboard, nameof(SharedText.NavOverview))
        .AddHelp(AppUrls.Overview, "Overview", "forecasting");
}
