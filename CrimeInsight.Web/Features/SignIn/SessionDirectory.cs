using System.Security.Claims;
using CrimeInsight.Core.People;
using Microsoft.Extensions.Caching.Memory;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// The person behind a session, asked of the database at most every <see cref="Freshness"/>: that is how long a session
/// ended elsewhere can live on in this process.
/// </summary>
public sealed class SessionDirectory(ISignInSessionStore sessions, IMemoryCache cache)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    /// <summary>The same for demo accounts, which end by themselves when real records arrive.</summary>
    public static readonly TimeSpan DemoFreshness = TimeSpan.FromSeconds(2);

    /// <summary>The person of a principal; null when its session has ended or its credentials have changed.</summary>
    public async ValueTask<Person?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (PersonClaims.SessionOf(user) is not { } sessionId)
            return null;
        if (!cache.TryGetValue(Key(sessionId), out Person? person))
        {
            person = await sessions.FindPersonAsync(sessionId, cancellationToken);
            cache.Set(Key(sessionId), person, person?.IsDemo == true ? DemoFreshness : Freshness);
        }

        return person is not null && person.SecurityStamp == user.FindFirstValue(PersonClaims.SecurityStamp) ? person : null;
    }

    /// <summary>Asks the database again next time.</summary>
    public void Forget(Guid sessionId) => cache.Remove(Key(sessionId));

    private static (string Kind, Guid Id) Key(Guid sessionId) => (nameof(SessionDirectory), sessionId);
}
