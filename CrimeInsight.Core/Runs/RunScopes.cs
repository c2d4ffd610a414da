using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Runs;

/// <summary>What the runs of an administrator are about.</summary>
public sealed class RunScopes(IRunOwners owners, IReferenceDataReader references)
{
    /// <summary>Null when the person is no active administrator.</summary>
    public async Task<(Viewer Owner, RunScope Scope)?> FindAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await owners.FindAsync(person, cancellationToken).ConfigureAwait(false) is not { } owner)
            return null;
        var reference = await references.GetAsync(cancellationToken).ConfigureAwait(false);
        var worked = await owners.WorkedPlacesAsync(cancellationToken).ConfigureAwait(false);
        return (owner, new RunScope(reference, Places(owner.JurisdictionIds), Places(worked)));

        List<Jurisdiction> Places(IEnumerable<int> ids) => [.. ids.Select(reference.Jurisdictions.Find).OfType<Jurisdiction>()];
    }
}
