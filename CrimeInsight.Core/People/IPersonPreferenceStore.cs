namespace CrimeInsight.Core.People;

/// <summary>Port: a person's own display choices.</summary>
public interface IPersonPreferenceStore
{
    /// <summary>Replaces the choices that are not null and keeps the others.</summary>
    Task SaveAsync(Guid personId, PersonPreferences preferences, CancellationToken cancellationToken);
}
