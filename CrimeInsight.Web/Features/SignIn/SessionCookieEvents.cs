using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>A cookie counts only while its session is in force. Files of the site are the same for everyone and ask for none.</summary>
internal sealed class SessionCookieEvents(SessionDirectory sessions, RefusalTrail trail) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (WaitingRoom.IsAsset(context.HttpContext))
            return;
        if (context.Principal is not null && await sessions.FindAsync(context.Principal, context.HttpContext.RequestAborted) is not null)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        trail.AddUnknown(context.HttpContext.Connection.RemoteIpAddress);
        return base.RedirectToLogin(context);
    }

    public override async Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (await sessions.FindAsync(context.HttpContext.User, context.HttpContext.RequestAborted) is { } person)
            trail.Add(person.ToViewer(), $"page:{context.Request.Path}");
        await base.RedirectToAccessDenied(context);
    }
}
