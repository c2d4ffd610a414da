using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Composition of the list of cases and their details.</summary>
public static class CasesFeature
{
    public static IServiceCollection AddCasesFeature(this IServiceCollection services) => services
        .AddPage<SharedText>(AppUrls.Cases, Icons.Material.Rounded.Description, nameof(SharedText.NavCases), isMinor: true)
        .AddHelp(AppUrls.Cases, "Cases")
        .AddHelp(AppUrls.CasePage, "Case")
        .AddRoutes(routes => routes.MapTable<CaseTableSource>(AppUrls.CaseListFile))
        .AddScoped<CaseTextFormat>()
        .AddScoped<CaseTableSource>()
        .AddScoped<CaseScenes>();
}
