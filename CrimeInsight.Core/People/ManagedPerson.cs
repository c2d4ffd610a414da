namespace CrimeInsight.Core.People;

/// <summary>A person as administrators see them: never anything that opens an account.</summary>
/// <param name="MayChange">The administrator who asked may change them.</param>
/// <param name="HasFactor">Signs in with a second factor.</param>
/// <param name="Culture">Language chosen; null: the browser's.</param>
/// <param name="LastSeenAt">Null: never signed in.</param>
/// <param name="Sessions">In force.</param>
public sealed record ManagedPerson(
    Guid Id, string UserName, string DisplayName, PersonRole Role, IReadOnlyList<int> JurisdictionIds, PersonState State, bool IsDemo, bool MayChange,
    bool HasFactor, string? Culture, DateTimeOffset? LastSeenAt, int Sessions);
