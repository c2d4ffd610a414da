namespace CrimeInsight.Web.Features.Export;

/// <summary>Downloads, within the rights of whoever asks; each is written to the audit trail before it is sent.</summary>
public static class ExportFeature
{
    public static IServiceCollection AddExportFeature(this IServiceCollection services) => services
        .AddScoped<TableCsv>()
        .AddScoped<TableJson>()
        .AddScoped<TableDownload>()
        .AddScoped<QueryTables>();

    public static IEndpointRouteBuilder MapExport(this IEndpointRouteBuilder routes)
    {
        routes.MapTable<QueryTables>(ExportUrls.Path);
        return routes;
    }
}
