using CrimeInsight.Core.People;

namespace CrimeInsight.Data.People;

/// <summary>A row of crime.list_people().</summary>
internal sealed record ManagedPersonRow
{
    public Guid Id { get; init; }

    public string UserName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public short Role { get; init; }

    public bool IsDemo { get; init; }

    public bool IsActive { get; init; }

    public bool HasPassword { get; init; }

    public bool HasFactor { get; init; }

    public bool MayChange { get; init; }

    public string? Culture { get; init; }

    public DateTime? LastSeenAt { get; init; }

    public int Sessions { get; init; }

    public DateTime? CodeExpiresAt { get; init; }

    public int[] JurisdictionIds { get; init; } = [];

    public ManagedPerson ToPerson(DateTimeOffset now) => new(
        Id, UserName, DisplayName, (PersonRole)Role, JurisdictionIds, StateAt(now), IsDemo, MayChange, HasFactor, Culture,
        LastSeenAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null, Sessions);

    private PersonState StateAt(DateTimeOffset now) => this switch
    {
        { IsActive: false } => PersonState.Disabled,
        { HasPassword: true } or { IsDemo: true } => PersonState.Active,
        _ => CodeExpiresAt > now.UtcDateTime ? PersonState.Invited : PersonState.CodeExpired,
    };
}
