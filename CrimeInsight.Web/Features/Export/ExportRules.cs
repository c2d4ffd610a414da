using Microsoft.AspNetCore.Mvc;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Addresses that answer with files.</summary>
internal static class ExportRules
{
    /// <summary>A table in every form it is downloaded in.</summary>
    /// <param name="path">Without its end.</param>
    public static void MapTable<TSource>(this IEndpointRouteBuilder routes, string path)
        where TSource : class, ITableSource
    {
        foreach (var format in TableFormat.All)
        {
            routes.MapGet(
                path + format.Extension,
                (HttpContext http, [FromServices] TSource source, [FromServices] TableDownload download, CancellationToken cancellationToken) =>
                    download.SendAsync(source, format, http, cancellationToken)).AsExport();
        }
    }

    /// <summary>For signed-in people, through <see cref="ExportDoor"/>.</summary>
    public static RouteHandlerBuilder AsExport(this RouteHandlerBuilder route) =>
        route.RequireAuthorization().AddEndpointFilter<ExportDoor>().WithMetadata(ExportMark.Instance);
}
