using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// Sets a password by a one-time code. An unknown name, a code that does not fit and an attempt that came too early get one answer.
/// </summary>
public sealed class CodeDoor(UserManager<Person> people, IOneTimeCodes codes, IAttemptCounter attempts, RefusalTrail trail)
{
    public static readonly AttemptRule Rule = new(AttemptKind.Code, 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));

    /// <summary>Code of the error for a code that does not open.</summary>
    public const string RefusedCode = "CodeRefused";

    private static readonly IdentityResult s_refused = IdentityResult.Failed(new IdentityError { Code = RefusedCode });

    /// <param name="typed">The code as it was typed.</param>
    public async Task<IdentityResult> RedeemAsync(HttpContext context, string userName, string typed, string password)
    {
        var network = ClientNetwork.Of(context.Connection.RemoteIpAddress);
        var name = userName.Normalize().ToUpperInvariant();
        AttemptBucket[] buckets = [new(Rule, $"{network} {name}"), new(SignInThrottle.ByAddress, network), new(SignInThrottle.ByName, name)];
        var wait = await attempts.EnterAsync(buckets, CancellationToken.None);
        var person = await people.FindByNameAsync(userName);
        var hash = OneTimeCode.Hash(typed);
        var fits = await codes.FitsAsync(person?.Id ?? Guid.Empty, hash, context.RequestAborted);
        if (wait is not null || person is null || !fits)
        {
            Note(context, person);
            return s_refused;
        }

        // Whoever holds the code may try as many passwords as it takes.
        await attempts.ForgiveAsync(buckets, CancellationToken.None);
        foreach (var rule in people.PasswordValidators)
            if (await rule.ValidateAsync(people, person, password) is { Succeeded: false } weak)
                return weak;
        return await codes.RedeemAsync(person.Id, hash, people.PasswordHasher.HashPassword(person, password), context.RequestAborted)
            ? IdentityResult.Success
            : s_refused;
    }

    private void Note(HttpContext context, Person? person)
    {
        if (person is null)
            trail.AddUnknown(context.Connection.RemoteIpAddress);
        else
            trail.Add(new AuditEntry(person.Id, person.UserName, AuditActions.CodeFailed));
    }
}
