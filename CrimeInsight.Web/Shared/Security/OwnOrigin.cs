namespace CrimeInsight.Web.Shared.Security;

/// <summary>
/// Refuses circuits that a page of another site opens: cookies go along with a WebSocket wherever it was opened, and the browser's rule of
/// one origin does not hold for it. A request without an origin does not come from a page.
/// </summary>
internal sealed class OwnOrigin(RequestDelegate next, RefusalTrail trail)
{
    private static readonly PathString s_circuits = new("/_blazor");

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(s_circuits) || IsOwn(context.Request))
            return next(context);
        trail.AddUnknown(context.Connection.RemoteIpAddress);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>
    /// The request comes from a page of this site, or from no page. By host and port: behind a proxy that ends TLS the scheme may differ.
    /// </summary>
    public static bool IsOwn(HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0)
            return true;
        return request.Headers.Origin.Count == 1
            && Uri.TryCreate(request.Headers.Origin[0], UriKind.Absolute, out var origin)
            && IsOf(origin, request);
    }

    /// <summary>An origin is that of the site which a request came to.</summary>
    public static bool IsOf(Uri origin, HttpRequest request) =>
        string.Equals(origin.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && (request.Host.Port is { } port ? origin.Port == port : origin.IsDefaultPort);
}
