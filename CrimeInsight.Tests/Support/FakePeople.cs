using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>People as a test sets them.</summary>
internal sealed class FakePeople : IPeople
{
    public List<ManagedPerson> People { get; } = [];

    /// <summary>What was asked for.</summary>
    public List<object> Asked { get; } = [];

    public Exception? Failure { get; set; }

    public static ManagedPerson New(string name, PersonRole role = PersonRole.Officer, PersonState state = PersonState.Active, params int[] places) => new(
        Guid.NewGuid(), name.ToLowerInvariant(), name, role, places.Length == 0 ? [2] : places, state, false, true, false, null, null, 1);

    public Task<IReadOnlyList<ManagedPerson>> ListAsync(Viewer admin, CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult<IReadOnlyList<ManagedPerson>>([.. People]) : Task.FromException<IReadOnlyList<ManagedPerson>>(Failure);

    public Task<IReadOnlyList<IssuedCode>> ApplyAsync(
        Viewer admin, IReadOnlyList<PersonInvitation> invitations, IReadOnlyList<PersonEdit> edits, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            return Task.FromException<IReadOnlyList<IssuedCode>>(Failure);
        Asked.AddRange(invitations);
        Asked.AddRange(edits);
        return Task.FromResult<IReadOnlyList<IssuedCode>>([.. invitations.Select(person => Code(person.UserName, person.DisplayName))]);
    }

    public Task<IssuedCode> ResetAsync(Viewer admin, ManagedPerson person, CancellationToken cancellationToken)
    {
        Asked.Add(person.Id);
        return Task.FromResult(Code(person.UserName, person.DisplayName));
    }

    public Task EnableAsync(Viewer admin, Guid personId, bool isActive, CancellationToken cancellationToken)
    {
        Asked.Add((personId, isActive));
        return Task.CompletedTask;
    }

    public Task<int> EndSessionsAsync(Viewer admin, Guid personId, CancellationToken cancellationToken) => Task.FromResult(1);

    public Task ResetFactorAsync(Viewer admin, Guid personId, CancellationToken cancellationToken)
    {
        Asked.Add(personId);
        return Task.CompletedTask;
    }

    private static IssuedCode Code(string userName, string name) => new(userName, name, "7KQ2-M4TX-09AB-PWR1", DateTimeOffset.UnixEpoch);
}
