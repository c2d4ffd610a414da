using System.Security.Claims;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Benchmarks;

/// <summary>Sessions as signing in opens them, without the waiting that keeps guessers off: the cookies of as many people as a load needs.</summary>
internal static class SessionCookies
{
    /// <returns>One <c>name=value</c> for each person; people work in districts, one after the other.</returns>
    public static async Task<IReadOnlyList<string>> OpenAsync(BenchmarkDatabase database, int count, CancellationToken cancellationToken)
    {
        var districts = await database.CodesAsync((int)JurisdictionLevel.District, cancellationToken);
        var places = Enumerable.Range(0, count).Select(i => districts[i % districts.Count]).ToList();
        return [.. (await OpenAsync(database, PersonRole.Supervisor, places, cancellationToken)).Select(session => session.Cookie)];
    }

    /// <returns>A session for a new person in each place.</returns>
    public static async Task<IReadOnlyList<(string Cookie, Viewer Viewer)>> OpenAsync(
        BenchmarkDatabase database, PersonRole role, IReadOnlyList<string> places, CancellationToken cancellationToken)
    {
        await using var site = SiteServer.Build(["--urls", "http://127.0.0.1:0", "--Demo:Incidents", "0", "--Jobs:Automatic", "false"], database.Database);
        await using var scope = site.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var sessions = scope.ServiceProvider.GetRequiredService<ISignInSessionStore>();
        var principals = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>();
        var cookies = new List<(string, Viewer)>();
        foreach (var place in places)
        {
            var viewer = await database.AddPersonAsync(role, place);
            var person = await people.FindByIdAsync(viewer.PersonId.ToString()) ?? throw new InvalidOperationException("The person was not added.");
            var session = await sessions.StartAsync(person.Id, nameof(SessionCookies), cancellationToken);
            var principal = await principals.CreateAsync(person);
            principal.Identities.First().AddClaim(new Claim(PersonClaims.Session, session.ToString()));
            var now = DateTimeOffset.UtcNow;
            var ticket = new AuthenticationTicket(
                principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
            cookies.Add(($"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}", viewer));
        }

        return cookies;
    }
}
