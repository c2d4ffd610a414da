using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Places;

/// <summary>Composition of the page on which administrators edit the tree of places.</summary>
public static class PlacesFeature
{
    public static IServiceCollection AddPlacesFeature(this IServiceCollection services) => services
        .AddPage<PlacesText>(AppUrls.Places, Icons.Material.Rounded.AccountTree, nameof(PlacesText.Nav), PersonRole.Admin, isMinor: true)
        .AddHelp(AppUrls.Places, "Places", "geography")
        .AddRoutes(PlaceTemplates.Map)
        .AddScoped<PlaceScenes>()
        .AddScoped<PlacesServices>();
}
