using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// Judges a name and a password. An unknown name, a wrong password and an attempt that came too early get the same answer after the
/// same work: one look-up, one count, one hash. What happened is written to the trail apart from the request.
/// </summary>
public sealed class SignInDoor(UserManager<Person> people, PasswordCheck passwords, SignInThrottle throttle, DeviceCookie devices, RefusalTrail trail)
{
    /// <summary>The person, if the password is right and the attempt was heard; null otherwise.</summary>
    public async Task<Person?> JudgeAsync(HttpContext context, string userName, string password)
    {
        var person = await people.FindByNameAsync(userName);
        var device = devices.Read(context.Request);
        var isKnown = person is not null && device?.People.Contains(person.Id) == true;
        var buckets = SignInThrottle.BucketsOf(context.Connection.RemoteIpAddress, userName, isKnown ? device : null);
        var wait = await throttle.EnterAsync(buckets);
        var result = passwords.Verify(person, password);
        if (wait is not null || result == PasswordVerificationResult.Failed)
        {
            Note(context, person, wait is null ? AuditActions.SignInFailed : AuditActions.SignInThrottled);
            return null;
        }

        await throttle.ForgiveAsync(buckets);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            person!.PasswordHash = people.PasswordHasher.HashPassword(person, password);
            await people.UpdateAsync(person);
        }

        devices.Remember(context, person!);
        return person;
    }

    /// <summary>Whether a signed-in person knows their password; false also when it is asked too often.</summary>
    public async Task<bool> KnowsPasswordAsync(HttpContext context, Person person, string password)
    {
        var buckets = SignInThrottle.BucketsOf(context.Connection.RemoteIpAddress, person.UserName, device: null);
        var wait = await throttle.EnterAsync(buckets);
        if (passwords.Verify(person, password) == PasswordVerificationResult.Failed || wait is not null)
            return false;
        await throttle.ForgiveAsync(buckets);
        return true;
    }

    // The trail never holds what was typed for an unknown name: people type passwords there.
    private void Note(HttpContext context, Person? person, string action)
    {
        if (person is null)
            trail.AddUnknown(context.Connection.RemoteIpAddress);
        else
            trail.Add(new AuditEntry(person.Id, person.UserName, action));
    }
}
