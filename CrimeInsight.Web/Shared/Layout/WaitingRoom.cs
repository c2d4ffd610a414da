using System.Globalization;
using CrimeInsight.Core.Health;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>
/// While the database does not answer, requests that need it get 503 and when to come again; those for a page get one that
/// comes again by itself. Nobody is signed out for it.
/// </summary>
internal sealed class WaitingRoom(RequestDelegate next, IDatabaseWatch database)
{
    private const int RetrySeconds = 5;

    /// <summary>The request is for a file of the site, which concerns no person and needs no database.</summary>
    public static bool IsAsset(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    public async Task InvokeAsync(HttpContext context)
    {
        if (database.Current.IsAway && IsPage(context.Request) && !IsAsset(context))
        {
            await AnswerAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && database.CouldNotAsk(failure))
        {
            await AnswerAsync(context);
        }
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method))
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        if (context.Features.Get<IStatusCodePagesFeature>() is { } otherPages)
            otherPages.Enabled = false;
        if (!IsPage(context.Request))
            return;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(await RenderAsync(context), context.RequestAborted);
    }

    private static async Task<string> RenderAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var request = context.Request;
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(WaitingPage.Display)] = DisplayChoice.Read(request.Cookies),
            [nameof(WaitingPage.Target)] = HttpMethods.IsGet(request.Method) ? AppUrls.Local(request.Path + request.QueryString) : AppUrls.Overview,
            [nameof(WaitingPage.Nonce)] = CspNonce.Of(context).Value,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<WaitingPage>(parameters)).ToHtmlString());
    }
}
