using System.Security.Claims;
using CrimeInsight.Core.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>The viewer of a request (from its cookie) or of a circuit (from its authentication state).</summary>
internal sealed class ViewerAccessor(
    CircuitMark circuit, IHttpContextAccessor http, AuthenticationStateProvider authentication, SessionDirectory sessions) : IViewerAccessor
{
    public async ValueTask<Viewer?> GetAsync(CancellationToken cancellationToken)
    {
        var user = await UserAsync();
        return user?.Identity?.IsAuthenticated == true
            ? (await sessions.FindAsync(user, cancellationToken))?.ToViewer()
            : null;
    }

    // The context of the request that opened a circuit can linger; inside a circuit it must not be asked.
    private async ValueTask<ClaimsPrincipal?> UserAsync() => circuit.IsCircuit
        ? (await authentication.GetAuthenticationStateAsync()).User
        : http.HttpContext?.User;
}
