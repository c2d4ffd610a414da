using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Scopes;

/// <summary>Turns codes into what the signed-in person may see of them.</summary>
public sealed class ScopeResolver(
    IViewerAccessor viewers, IReferenceDataReader references, IDataStatusReader statuses, IRefusalTrail refusals, TimeProvider time)
{
    /// <summary>For the signed-in person. Places of others are left out, and on record.</summary>
    /// <returns>Null when nobody is signed in.</returns>
    public async Task<Scope?> ResolveAsync(ScopeCodes codes, CancellationToken cancellationToken)
    {
        if (await viewers.GetAsync(cancellationToken) is not { } viewer)
            return null;
        var reference = await references.GetAsync(cancellationToken);
        var status = await statuses.GetAsync(cancellationToken);
        var scope = Resolve(codes, viewer, reference, status, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        foreach (var place in scope.Foreign)
            refusals.Add(viewer, $"place:{place.Code}");
        return scope;
    }

    /// <summary>For anybody: places that are not among theirs are left out.</summary>
    /// <param name="today">Before there is any data the usual period ends now.</param>
    public static Scope Resolve(ScopeCodes codes, Viewer viewer, ReferenceData reference, DataStatus status, DateOnly today)
    {
        ImmutableArray<Jurisdiction> roots = [.. viewer.JurisdictionIds
            .Select(reference.Jurisdictions.Find)
            .OfType<Jurisdiction>()
            .OrderBy(root => root.Ordinal)];
        ImmutableArray<Jurisdiction> places = [.. codes.Places
            .Select(reference.Jurisdictions.Find)
            .OfType<Jurisdiction>()
            .Where(place => roots.Any(root => root.Contains(place)))];
        ImmutableArray<CrimeHead> heads = [.. codes.Heads.Select(reference.Heads.Find).OfType<CrimeHead>()];
        return new Scope(
            codes,
            viewer,
            reference,
            status,
            roots,
            places.IsEmpty && roots.Length == 1 ? roots : places,
            heads.Any(head => head.ParentId is null) ? [] : heads,
            codes.PeriodAt(status.AsOf ?? today, status.Until),
            codes.DateBasis);
    }
}
