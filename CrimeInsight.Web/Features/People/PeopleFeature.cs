using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.People;

/// <summary>Composition of the page on which administrators manage people.</summary>
public static class PeopleFeature
{
    public static IServiceCollection AddPeopleFeature(this IServiceCollection services) => services
        .AddPage<PeopleText>(AppUrls.People, Icons.Material.Rounded.Group, nameof(PeopleText.Nav), PersonRole.Admin, isMinor: true)
        .AddHelp(AppUrls.People, "People")
        .AddRoutes(PeopleTemplate.Map)
        .AddScoped<PeopleServices>();
}
