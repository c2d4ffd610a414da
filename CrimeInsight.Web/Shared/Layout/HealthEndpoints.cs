using CrimeInsight.Core.Health;


namespace CrimeInsight.Web.Shared.Layout;

/// <summary>What machines ask about the site: nobody is signed in, and no figure is told.</summary>
internal static class HealthEndpoints
{
    private const string RetrySeconds = "5";

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet(AppUrls.Live, () => Results.NoContent()).AllowAnonymous().ShortCircuit();
        // Ready: requests can be served. A site whose data are missing or on their way serves.
        app.MapGet(AppUrls.Ready, async (IDatabaseWatch database, HttpContext context) =>
        {
            if (await database.AnswersAsync(context.RequestAborted))
                return Results.NoContent();
            context.Response.Headers.RetryAfter = RetrySeconds;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous().ShortCircuit();
        app.MapGet(AppUrls.Data, (SiteStatusMonitor monitor) => Results.Json(DataHealth.Of(monitor.Current))).AllowAnonymous().ShortCircuit();
    }
}
