using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Composition of the list of cases and their details.</summary>
public static class CasesFeature
{
    public static IServiceCollection AddCasesFeature(this IServiceCollection services) => services
        .AddScoped<CaseTextFormat>()
        .AddScoped<CaseTableSource>()
        .AddScoped<CaseScenes>();

    public static IEndpointRouteBuilder MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapTable<CaseTableSource>(AppUrls.CaseListFile);
        return routes;
    }
}
