using CrimeInsight.Core.People;

namespace CrimeInsight.Data.People;

/// <summary>A row of crime.person with its jurisdictions, as <see cref="Columns"/> selects it.</summary>
internal record PersonRow
{
    /// <summary>To be selected from crime.person AS p.</summary>
    public const string Columns = """
        p.id, p.user_name, p.normalized_name, p.display_name, p.role, p.password_hash, p.security_stamp,
        p.concurrency_stamp, p.is_demo, p.is_active, p.culture, p.theme,
        p.text_scale, p.last_signed_in_at,
        ARRAY(
            SELECT b.jurisdiction_id
            FROM crime.person_jurisdiction b
            WHERE b.person_id = p.id
            ORDER BY b.jurisdiction_id) AS jurisdiction_ids
        """;

    public Guid Id { get; init; }

    public string UserName { get; init; } = "";

    public string NormalizedName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public short Role { get; init; }

    public string? PasswordHash { get; init; }

    public string SecurityStamp { get; init; } = "";

    public string ConcurrencyStamp { get; init; } = "";

    public bool IsDemo { get; init; }

    public bool IsActive { get; init; }

    public string? Culture { get; init; }

    public string? Theme { get; init; }

    public short? TextScale { get; init; }

    public DateTime? LastSignedInAt { get; init; }

    public int[] JurisdictionIds { get; init; } = [];

    public Person ToPerson() => new()
    {
        Id = Id,
        UserName = UserName,
        NormalizedName = NormalizedName,
        DisplayName = DisplayName,
        Role = (PersonRole)Role,
        PasswordHash = PasswordHash,
        SecurityStamp = SecurityStamp,
        ConcurrencyStamp = ConcurrencyStamp,
        IsDemo = IsDemo,
        IsActive = IsActive,
        Preferences = new PersonPreferences(Culture, Theme, TextScale),
        LastSignedInAt = Instant(LastSignedInAt),
        JurisdictionIds = JurisdictionIds,
    };

    private static DateTimeOffset? Instant(DateTime? utc) => utc is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
}
