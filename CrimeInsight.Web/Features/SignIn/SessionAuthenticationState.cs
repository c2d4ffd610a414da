using CrimeInsight.Core.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Ends a circuit's sign-in soon after its session has ended, so that an open page does not outlive it.</summary>
internal sealed class SessionAuthenticationState(ILoggerFactory logging, SessionDirectory sessions, IHostApplicationLifetime site)
    : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    // Pages still open while the site stops keep their sign-in: there is nobody left to ask, and nobody left to tell.
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (site.ApplicationStopping.IsCancellationRequested)
            return true;
        try
        {
            return await sessions.FindAsync(authenticationState.User, cancellationToken) is Person;
        }
        catch (Exception) when (site.ApplicationStopping.IsCancellationRequested)
        {
            return true;
        }
    }
}
