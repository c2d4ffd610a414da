using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>A cookie counts only while its session is in force. Files of the site are the same for everyone and ask for none.</summary>
internal sealed class SessionCookieEvents(SessionDirectory sessions) : CookieAuthenticationEvents
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
}
