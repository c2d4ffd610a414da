using CrimeInsight.Web.Shared.Composition;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Downloads, within the rights of whoever asks; each is written to the audit trail before it is sent.</summary>
public static class ExportFeature
{
    public static IServiceCollection AddExportFeature(this IServiceCollection services) => services
        .AddRoutes(routes => routes.MapTable<QueryTables>(ExportUrls.Path))
        .AddScoped<ExportAbout>()
        .AddScoped<ITableForm, TableCsv>()
        .AddScoped<ITableForm, TableXlsx>()
        .AddScoped<ITableForm, TableParquet>()
        .AddScoped<ITableForm, TableJson>()
        .AddScoped<TableDownload>()
        .AddScoped<QueryTables>();
}
