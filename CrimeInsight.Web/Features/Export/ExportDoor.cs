using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Export;

/// <summary>
/// What every export passes: only so many a person, nothing kept by a browser or proxy, and no file that calls real cases synthetic or
/// synthetic ones real because the demo ended while it was written.
/// </summary>
internal sealed class ExportDoor(IAttemptCounter attempts, IDataStatusReader statuses) : IEndpointFilter
{
    private const string NoStore = "no-store";
    private const int RetrySeconds = 2;

    /// <summary>Exports of one person.</summary>
    public static readonly AttemptRule Rule = new(AttemptKind.Export, 30, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = NoStore;
        if (await http.RequestServices.GetRequiredService<IViewerAccessor>().GetAsync(http.RequestAborted) is not { } viewer)
            return Results.Unauthorized();
        if (await attempts.EnterAsync([new AttemptBucket(Rule, viewer.PersonId.ToString())], http.RequestAborted) is { } wait)
            return TooMany(http, wait);
        var before = await statuses.GetAsync(http.RequestAborted);
        var answer = await next(context);
        var after = await statuses.GetAsync(http.RequestAborted);
        var isTrue = before.IsDemoOver == after.IsDemoOver
            && (answer is not ExportFile file || (file.IsSynthetic == before.IsSynthetic && file.IsSynthetic == after.IsSynthetic));
        return isTrue ? answer : Refuse(http, StatusCodes.Status503ServiceUnavailable, RetrySeconds, Text(http)[nameof(QueryText.ExportDataChanged)]);
    }

    private static IResult TooMany(HttpContext http, TimeSpan wait) => Refuse(
        http,
        StatusCodes.Status429TooManyRequests,
        (int)Math.Ceiling(wait.TotalSeconds),
        Text(http)[nameof(QueryText.ExportTooMany), http.RequestServices.GetRequiredService<DisplayFormat>().Duration(wait)]);

    private static IResult Refuse(HttpContext http, int code, int seconds, string text)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Results.Text(text, "text/plain; charset=utf-8", statusCode: code);
    }

    private static IStringLocalizer<QueryText> Text(HttpContext http) => http.RequestServices.GetRequiredService<IStringLocalizer<QueryText>>();
}
