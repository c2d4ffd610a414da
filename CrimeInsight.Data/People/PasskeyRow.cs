using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Data.People;

internal sealed record PasskeyRow
{
    public byte[] CredentialId { get; init; } = [];

    public Guid PersonId { get; init; }

    public string Name { get; init; } = "";

    public byte[] PublicKey { get; init; } = [];

    public long SignCount { get; init; }

    public string[] Transports { get; init; } = [];

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; init; }

    public DateTime AddedAt { get; init; }

    // What a device said of itself when the key was made is not kept. Only keys that verify their person are taken.
    public UserPasskeyInfo ToPasskey() => new(
        CredentialId, PublicKey, new DateTimeOffset(AddedAt, TimeSpan.Zero), (uint)SignCount, Transports, isUserVerified: true, IsBackupEligible, IsBackedUp,
        attestationObject: [], clientDataJson: [])
    {
        Name = Name,
    };
}
