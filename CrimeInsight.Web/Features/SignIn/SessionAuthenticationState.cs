using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// Ends a circuit's sign-in soon after its session has ended, so that an open page does not outlive it. A session that cannot be
/// asked for has not ended: the page keeps its sign-in, and whatever it wants to show is refused until the session can be asked for.
/// </summary>
internal sealed class SessionAuthenticationState(ILoggerFactory logging, SessionDirectory sessions, IHostApplicationLifetime site)
    : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    // Pages still open while the site stops keep their sign-in: there is nobody left to ask, and nobody left to tell.
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        site.ApplicationStopping.IsCancellationRequested || await sessions.MayBeInForceAsync(authenticationState.User, cancellationToken);
}
