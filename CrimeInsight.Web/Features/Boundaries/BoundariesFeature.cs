using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Composition of the page on which administrators load boundaries and take them back.</summary>
public static class BoundariesFeature
{
    public static IServiceCollection AddBoundariesFeature(this IServiceCollection services) => services
        .AddPage<BoundariesText>(AppUrls.Boundaries, Icons.Material.Rounded.Polyline, nameof(BoundariesText.Nav), PersonRole.Admin, isMinor: true)
        .AddHelp(AppUrls.Boundaries, "Boundaries", "geography")
        .AddScoped<BoundaryServices>();
}
