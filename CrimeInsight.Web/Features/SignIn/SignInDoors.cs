using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What somebody passes to get in: the password, then the second factor if they have one.</summary>
public sealed class SignInDoors(SignInDoor password, FactorDoor factor, PasskeyDoor passkeys, PendingCookie pending, ISettings settings)
{
    public SignInDoor Password { get; } = password;

    /// <summary>Who is between the two.</summary>
    public PendingCookie Pending { get; } = pending;

    /// <summary>Whether a person whose role needs a second factor has no codes, so that the last passkey is theirs.</summary>
    public async Task<bool> IsLastFactorAsync(Person person) =>
        await factor.FindAsync(person) is null && (await settings.GetAsync(CancellationToken.None)).FactorFrom <= person.Role;

    /// <summary>Whether the password alone does not do: the person has a factor or a passkey, or their role needs one.</summary>
    public async Task<bool> NeedsFactorAsync(Person person) =>
        await factor.FindAsync(person) is not null
        || (await passkeys.ListAsync(person)).Count > 0
        || (await settings.GetAsync(CancellationToken.None)).FactorFrom <= person.Role;
}
