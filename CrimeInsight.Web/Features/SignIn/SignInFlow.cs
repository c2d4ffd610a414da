using System.Security.Claims;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Signing in and out: session, cookie, audit; whether somebody may is the door's to say.</summary>
public sealed class SignInFlow(
    SignInManager<Person> signIn, ISignInSessionStore sessions, SessionDirectory directory, IAuditWriter audit, SignInDoors doors)
{
    /// <param name="isPersistent">The cookie outlives the browser.</param>
    public async Task<SignInOutcome> SignInAsync(HttpContext context, string userName, string password, bool isPersistent)
    {
        if (await doors.Password.JudgeAsync(context, userName, password) is not { } person)
            return new SignInOutcome.Failed();
        if (!await doors.NeedsFactorAsync(person))
            return await EnterAsync(context, person, isPersistent);
        doors.Pending.Write(context, person, isPersistent);
        return new SignInOutcome.FactorNeeded();
    }

    /// <summary>Who has got past the password in this browser; null: nobody.</summary>
    public Task<(Person Person, bool IsPersistent)?> PendingAsync(HttpContext context) => doors.Pending.ReadAsync(context);

    /// <summary>Opens a session for a person whose right to it is established.</summary>
    public async Task<SignInOutcome> EnterAsync(HttpContext context, Person person, bool isPersistent)
    {
        var cancellation = context.RequestAborted;
        doors.Pending.Forget(context);
        var sessionId = await sessions.StartAsync(person.Id, DeviceName.Of(context.Request.Headers.UserAgent), cancellation);
        var entry = AuditEntry.By(person.ToViewer(), AuditActions.SignIn, $"session:{sessionId}") with
        {
            Detail = new Dictionary<string, string> { ["address"] = ClientNetwork.Of(context.Connection.RemoteIpAddress) },
        };
        await audit.WriteAsync(entry, cancellation);
        await SetCookieAsync(person, sessionId, isPersistent);
        return new SignInOutcome.Succeeded(person);
    }

    /// <summary>Ends the session of a request and removes its cookie.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (await directory.FindAsync(context.User, context.RequestAborted) is { } person && PersonClaims.SessionOf(context.User) is { } sessionId)
        {
            await sessions.EndAsync(person.Id, sessionId, context.RequestAborted);
            directory.Forget(sessionId);
            await audit.WriteAsync(AuditEntry.By(person.ToViewer(), AuditActions.SignOut, $"session:{sessionId}"), context.RequestAborted);
        }

        await signIn.SignOutAsync();
    }

    /// <summary>Changes the password, ends every other session, and renews the cookie of this one.</summary>
    public async Task<IdentityResult> ChangePasswordAsync(HttpContext context, string current, string next)
    {
        var cancellation = context.RequestAborted;
        var person = await signIn.UserManager.GetUserAsync(context.User);
        if (person is null || PersonClaims.SessionOf(context.User) is not { } sessionId)
            return IdentityResult.Failed(signIn.UserManager.ErrorDescriber.DefaultError());
        if (!await doors.Password.KnowsPasswordAsync(context, person, current))
            return IdentityResult.Failed(signIn.UserManager.ErrorDescriber.PasswordMismatch());
        var result = await signIn.UserManager.ChangePasswordAsync(person, current, next);
        if (!result.Succeeded)
            return result;
        await sessions.EndAllAsync(person.Id, sessionId, cancellation);
        directory.ForgetPerson(person.Id);
        await audit.WriteAsync(AuditEntry.By(person.ToViewer(), AuditActions.PasswordChanged), cancellation);
        var ticket = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await SetCookieAsync(person, sessionId, ticket.Properties?.IsPersistent == true);
        return result;
    }

    private Task SetCookieAsync(Person person, Guid sessionId, bool isPersistent) => signIn.SignInWithClaimsAsync(
        person, isPersistent, [new Claim(PersonClaims.Session, sessionId.ToString())]);
}
