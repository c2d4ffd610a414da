using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Makes the first administrator of the whole country by the setup code.</summary>
public sealed class FirstAdminDoor(
    UserManager<Person> people, SetupCode code, IReferenceDataReader reference, IAttemptCounter attempts, IAuditWriter audit, RefusalTrail trail)
{
    private static readonly IdentityResult s_refused = IdentityResult.Failed(new IdentityError { Code = CodeDoor.RefusedCode });

    /// <summary>Whether there is nobody yet, so that the door is open.</summary>
    public Task<bool> IsOpenAsync(CancellationToken cancellationToken) => code.IsNeededAsync(cancellationToken);

    /// <param name="typed">The code as it was typed.</param>
    public async Task<IdentityResult> CreateAsync(HttpContext context, string typed, string userName, string displayName, string password)
    {
        AttemptBucket[] buckets = [new(CodeDoor.Rule, ClientNetwork.Of(context.Connection.RemoteIpAddress))];
        var wait = await attempts.EnterAsync(buckets, CancellationToken.None);
        if (wait is not null || !code.Fits(typed) || !await IsOpenAsync(context.RequestAborted))
        {
            trail.AddUnknown(context.Connection.RemoteIpAddress);
            return s_refused;
        }

        await attempts.ForgiveAsync(buckets, CancellationToken.None);
        if (!PersonNames.IsUserName(userName))
            return IdentityResult.Failed(new IdentityError { Code = nameof(IdentityErrorDescriber.InvalidUserName) });
        var country = (await reference.GetAsync(context.RequestAborted)).Jurisdictions.Root!;
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            DisplayName = PersonNames.IsDisplayName(displayName) ? displayName : userName,
            Role = PersonRole.Admin,
            JurisdictionIds = [country.Id],
        };
        var result = await people.CreateAsync(person, password);
        if (result.Succeeded)
            await audit.WriteAsync(new AuditEntry(person.Id, person.UserName, AuditActions.PersonCreated, $"person:{person.Id}"), CancellationToken.None);
        return result;
    }
}
