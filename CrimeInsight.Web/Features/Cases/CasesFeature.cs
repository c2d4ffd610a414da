using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Composition of the list of cases and their details.</summary>
public static class CasesFeature
{
    public static IServiceCollection AddCasesFeature(this IServiceCollection services) => services
        .AddScoped<CaseTextFormat>()
        .AddScoped<CaseListExport>()
        .AddScoped<CaseScenes>();

    public static IEndpointRouteBuilder MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(CaseUrls.Csv, (HttpContext http, CaseListExport export, CancellationToken cancellationToken) => export.SendAsync(http, cancellationToken)).AsExport();
        return routes;
    }
}
