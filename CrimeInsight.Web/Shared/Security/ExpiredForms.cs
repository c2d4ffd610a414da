using Microsoft.AspNetCore.Antiforgery;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>
/// A form whose antiforgery token does not hold (an old tab, or another site) changes nothing: its page is shown again and
/// says so.
/// </summary>
internal sealed class ExpiredForms(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.Redirect($"{AppUrls.Local(context.Request.Path)}?expired=true");
        return Task.CompletedTask;
    }
}
