using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>
/// What every request of an upload passes: an administrator, from a page of this site, who speaks this version of the protocol. Programs
/// ask, not people: they are answered by a code, never by a page.
/// </summary>
internal sealed class TusDoor(RefusalTrail refusals) : IEndpointFilter
{
    /// <summary>Where the administrator is left for the handler.</summary>
    private static readonly object s_viewer = new();

    public static Viewer ViewerOf(HttpContext http) => (Viewer)http.Items[s_viewer]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers[TusHeaders.Resumable] = TusHeaders.Version;
        http.Response.Headers.CacheControl = "no-store";
        if (await http.RequestServices.GetRequiredService<IViewerAccessor>().GetAsync(http.RequestAborted) is not { } viewer)
            return Refuse(http, StatusCodes.Status401Unauthorized);
        if (viewer.Role != PersonRole.Admin)
        {
            refusals.Add(viewer, $"page:{http.Request.Path}");
            return Refuse(http, StatusCodes.Status403Forbidden);
        }

        if (!OwnOrigin.IsOwn(http.Request))
            return Refuse(http, StatusCodes.Status403Forbidden);
        // A form of another site cannot send the header either.
        if (!HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers[TusHeaders.Resumable] != TusHeaders.Version)
        {
            http.Response.Headers[TusHeaders.VersionHeader] = TusHeaders.Version;
            return Refuse(http, StatusCodes.Status412PreconditionFailed);
        }

        http.Items[s_viewer] = viewer;
        return await next(context);
    }

    // A body that nobody will read is not waited for.
    private static IResult Refuse(HttpContext http, int code)
    {
        if (http.Request.ContentLength > 0)
            http.Response.Headers.Connection = "close";
        return Results.StatusCode(code);
    }
}
