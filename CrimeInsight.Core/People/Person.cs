namespace CrimeInsight.Core.People;

/// <summary>
/// An account. Mutable because ASP.NET Core Identity works on it in place; everything else reads
/// <see cref="ToViewer"/>.
/// </summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    /// <summary>Sign-in name.</summary>
    public required string UserName { get; set; }

    /// <summary>Upper-case form that is unique.</summary>
    public string NormalizedName { get; set; } = string.Empty;

    public required string DisplayName { get; set; }

    public required PersonRole Role { get; set; }

    /// <summary>Null: the account has no password, so nobody can sign in with one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever credentials change; a session with an older stamp is over.</summary>
    public string SecurityStamp { get; set; } = string.Empty;

    /// <summary>Changes with every update; a writer holding an older one loses.</summary>
    public string ConcurrencyStamp { get; set; } = string.Empty;

    /// <summary>One of the demo accounts that the sign-in page offers without a password.</summary>
    public bool IsDemo { get; init; }

    public bool IsActive { get; set; } = true;

    public PersonPreferences Preferences { get; set; } = PersonPreferences.None;

    public DateTimeOffset? LastSignedInAt { get; init; }

    /// <summary>Roots of the subtrees the person is bound to.</summary>
    public IReadOnlyList<int> JurisdictionIds { get; init; } = [];

    /// <summary>The identity that data is read under.</summary>
    public Viewer ToViewer() => new(Id, UserName, Role, JurisdictionIds);
}
