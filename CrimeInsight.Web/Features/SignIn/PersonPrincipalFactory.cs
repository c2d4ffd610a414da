using System.Security.Claims;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Claims of a person: key, name and stamp from Identity, and the one role.</summary>
internal sealed class PersonPrincipalFactory(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(PersonClaims.DisplayName, user.DisplayName));
        return identity;
    }
}
