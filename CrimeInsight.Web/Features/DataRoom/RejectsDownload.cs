using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Every rejected row of a file that was checked, as a file to mend. Written by the import, which withholds what it must.</summary>
internal static class RejectsDownload
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(AppUrls.UploadRejects, SendAsync).AsExport();

    private static async Task<IResult> SendAsync(
        Guid id, [FromServices] IViewerAccessor viewers, [FromServices] UploadDesk desk, [FromServices] IUploadFiles files, [FromServices] IAuditWriter audit,
        CancellationToken cancellationToken)
    {
        if (await viewers.GetAsync(cancellationToken) is not { Role: PersonRole.Admin } viewer)
            return Results.Forbid();
        if (await desk.FindAsync(viewer, id, cancellationToken) is not { } upload || files.OpenList(id, StepWork.RejectList) is not { } list)
            return Results.NotFound();
        await audit.WriteAsync(AuditEntry.By(viewer, AuditActions.Exported, "import-rejects") with
        {
            Detail = new Dictionary<string, string> { ["upload"] = upload.Id.ToString(), ["file"] = upload.FileName },
        }, cancellationToken);
        return Results.File(list, "text/csv; charset=utf-8", Path.ChangeExtension(upload.FileName, ".rejects.csv"));
    }
}
