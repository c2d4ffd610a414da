namespace CrimeInsight.Core.People;

/// <summary>
/// Port: people, as administrators manage them. The database checks every call against the administrator's own rights and writes it to the trail in the
/// same transaction.
/// </summary>
public interface IPeople
{
    /// <summary>How long an invitation stands.</summary>
    static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>How long the code of a reset stands.</summary>
    static readonly TimeSpan ResetLife = TimeSpan.FromDays(1);

    /// <summary>The people within an administrator's jurisdictions, by name.</summary>
    /// <exception cref="PersonRefusedException"/>
    Task<IReadOnlyList<ManagedPerson>> ListAsync(Viewer admin, CancellationToken cancellationToken);

    /// <summary>Invites and changes people, all of them or none.</summary>
    /// <returns>The codes of those invited, in their order.</returns>
    /// <exception cref="PersonRefusedException"/>
    Task<IReadOnlyList<IssuedCode>> ApplyAsync(
        Viewer admin, IReadOnlyList<PersonInvitation> invitations, IReadOnlyList<PersonEdit> edits, CancellationToken cancellationToken);

    /// <summary>Ends the password and the sessions of a person and gives them a code for a new one.</summary>
    /// <exception cref="PersonRefusedException"/>
    Task<IssuedCode> ResetAsync(Viewer admin, ManagedPerson person, CancellationToken cancellationToken);

    /// <summary>Lets a person sign in, or not any more; then their sessions end.</summary>
    /// <exception cref="PersonRefusedException"/>
    Task EnableAsync(Viewer admin, Guid personId, bool isActive, CancellationToken cancellationToken);

    /// <summary>Ends the sessions of a person.</summary>
    /// <returns>How many were in force.</returns>
    /// <exception cref="PersonRefusedException"/>
    Task<int> EndSessionsAsync(Viewer admin, Guid personId, CancellationToken cancellationToken);

    /// <summary>Takes a person's second factor away and ends their sessions.</summary>
    /// <exception cref="PersonRefusedException"/>
    Task ResetFactorAsync(Viewer admin, Guid personId, CancellationToken cancellationToken);
}
