using CrimeInsight.Core.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Ends a circuit's sign-in soon after its session has ended, so that an open page does not outlive it.</summary>
internal sealed class SessionAuthenticationState(ILoggerFactory logging, SessionDirectory sessions)
    : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await sessions.FindAsync(authenticationState.User, cancellationToken) is Person;
}
