using CrimeInsight.Core.Health;


namespace CrimeInsight.Tests.Support;

/// <summary>A database that goes away and comes back when the test says so; a <see cref="TimeoutException"/> means that it could not be asked.</summary>
internal sealed class FakeDatabaseWatch : IDatabaseWatch
{
    public event Action? Changed;

    public event Action<Guid>? PersonChanged;

    public DatabaseState Current { get; private set; } = new(DatabaseCondition.Answering, default);

    public bool CouldNotAsk(Exception failure) => failure is TimeoutException;

    public Task<bool> AnswersAsync(CancellationToken cancellationToken) => Task.FromResult(!Current.IsAway);

    public void TellOf(Guid person) => PersonChanged?.Invoke(person);

    public void Become(DatabaseCondition condition)
    {
        Current = new DatabaseState(condition, default);
        Changed?.Invoke();
    }
}
