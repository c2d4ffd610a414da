namespace CrimeInsight.Web.Shared.Security;

/// <summary>
/// Refuses new circuits once the site has been told to stop. Open pages try again the moment their connection is closed; one that
/// came in then would hold the site up until its time to stop has run out, half a minute later.
/// </summary>
internal sealed class ClosingDoor(RequestDelegate next, IHostApplicationLifetime site)
{
    private static readonly PathString s_circuits = new("/_blazor");

    public Task InvokeAsync(HttpContext context)
    {
        if (!site.ApplicationStopping.IsCancellationRequested || !context.Request.Path.StartsWithSegments(s_circuits))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }
}
