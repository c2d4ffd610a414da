using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// Passkeys of people: added, asked for, taken away. A key verifies its person on the device, so it opens the account alone, or in the place of
/// a code after the password.
/// </summary>
public sealed class PasskeyDoor(
    IPasskeyHandler<Person> handler, UserManager<Person> people, PasskeyCookie cookie, IAttemptCounter attempts, IAuditWriter audit)
{
    /// <summary>Of one person.</summary>
    public const int Most = 20;

    /// <summary>Letters of a name.</summary>
    public const int MostLetters = 60;

    public static readonly AttemptRule ByAddress = SignInThrottle.ByAddress;

    public Task<IList<UserPasskeyInfo>> ListAsync(Person person) => people.GetPasskeysAsync(person);

    /// <summary>What a device needs to make a key for a person, as the browser takes it.</summary>
    public async Task<string> OfferAsync(HttpContext context, Person person)
    {
        var entity = new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.UserName, DisplayName = person.DisplayName };
        var options = await handler.MakeCreationOptionsAsync(entity, context);
        cookie.Write(context, AddingBy(person), options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <summary>Keeps the key that a device made.</summary>
    /// <param name="credential">What the browser answered.</param>
    public async Task<bool> AddAsync(HttpContext context, Person person, string? name, string? credential)
    {
        if (string.IsNullOrEmpty(credential) || cookie.Read(context, AddingBy(person)) is not { } state || (await ListAsync(person)).Count >= Most)
            return false;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != person.Id.ToString() || !await cookie.TakeAsync(state))
        {
            await NoteAsync(person, AuditActions.PasskeyFailed);
            return false;
        }

        var trimmed = string.IsNullOrWhiteSpace(name) ? DeviceName.Of(context.Request.Headers.UserAgent) ?? person.UserName : name.Trim();
        result.Passkey.Name = trimmed[..Math.Min(trimmed.Length, MostLetters)];
        if (!(await people.AddOrUpdatePasskeyAsync(person, result.Passkey)).Succeeded)
            return false;
        await NoteAsync(person, AuditActions.PasskeyAdded);
        return true;
    }

    /// <summary>What a device needs to show that it holds a key, as the browser takes it.</summary>
    /// <param name="person">Whose; null: of anybody that the device knows.</param>
    public async Task<string> AskAsync(HttpContext context, Person? person)
    {
        var options = await handler.MakeRequestOptionsAsync(person, context);
        cookie.Write(context, EnteringAs(person), options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <summary>Whose key answered; null: none that opens, or too many were tried.</summary>
    /// <param name="expected">Who has given their password; null: nobody has.</param>
    public async Task<Person?> JudgeAsync(HttpContext context, Person? expected, string? credential)
    {
        AttemptBucket[] buckets = expected is null
            ? [new(ByAddress, ClientNetwork.Of(context.Connection.RemoteIpAddress))]
            : [new(FactorDoor.Rule, expected.Id.ToString())];
        if (await attempts.EnterAsync(buckets, CancellationToken.None) is not null || await TakeAsync(context, expected, credential) is not { } person)
        {
            if (expected is not null)
                await NoteAsync(expected, AuditActions.PasskeyFailed);
            return null;
        }

        await attempts.ForgiveAsync(buckets, CancellationToken.None);
        await NoteAsync(person, AuditActions.PasskeyUsed);
        return person;
    }

    /// <summary>Takes a key away.</summary>
    public async Task RemoveAsync(Person person, byte[] credentialId)
    {
        await people.RemovePasskeyAsync(person, credentialId);
        await NoteAsync(person, AuditActions.PasskeyRemoved);
    }

    private async Task<Person?> TakeAsync(HttpContext context, Person? expected, string? credential)
    {
        if (string.IsNullOrEmpty(credential) || cookie.Read(context, EnteringAs(expected)) is not { } state)
            return null;
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
        // A person without a password has a code to redeem first, or is of the demo.
        return result.Succeeded && result.User.PasswordHash is not null && (expected is null || expected.Id == result.User.Id)
            && await cookie.TakeAsync(state) && (await people.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded
            ? result.User
            : null;
    }

    private static string AddingBy(Person person) => $"add {person.Id} {person.SecurityStamp}";

    private static string EnteringAs(Person? person) => person is null ? "enter" : $"enter {person.Id} {person.SecurityStamp}";

    private Task NoteAsync(Person person, string action) =>
        audit.WriteAsync(AuditEntry.By(person.ToViewer(), action, $"person:{person.Id}"), CancellationToken.None);
}
