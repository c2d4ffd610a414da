using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Remembers what would be stored, or fails on demand.</summary>
internal sealed class FakePreferences : IPersonPreferenceStore
{
    public List<PersonPreferences> Saved { get; } = [];

    public bool Fails { get; set; }

    public Task SaveAsync(Guid personId, PersonPreferences preferences, CancellationToken cancellationToken)
    {
        if (Fails)
            throw new IOException("The database is away.");
        Saved.Add(preferences);
        return Task.CompletedTask;
    }
}
