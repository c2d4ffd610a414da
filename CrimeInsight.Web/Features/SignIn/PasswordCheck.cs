using CrimeInsight.Core.People;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Verifies one password hash for every attempt, whoever it names, so that no answer comes sooner than another.</summary>
public sealed class PasswordCheck(IPasswordHasher<Person> hasher)
{
    private static readonly Person s_nobody = new() { Id = Guid.Empty, UserName = "", DisplayName = "", Role = PersonRole.Officer };

    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(s_nobody, Guid.NewGuid().ToString()));

    /// <param name="person">Null when there is none of the name.</param>
    public PasswordVerificationResult Verify(Person? person, string password)
    {
        var result = hasher.VerifyHashedPassword(person ?? s_nobody, person?.PasswordHash ?? _decoy.Value, password);
        return person?.PasswordHash is null ? PasswordVerificationResult.Failed : result;
    }
}
