using System.Security.Claims;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>Names of our own claims in the cookie.</summary>
public static class PersonClaims
{
    public const string DisplayName = "name";
    public const string Session = "session";
    public const string SecurityStamp = "stamp";

    /// <summary>Key of the session a principal belongs to; null when it has none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;
}
