using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Shared.Scope;

/// <summary>Turns the scope of the URL into what the signed-in person may see of it.</summary>
public sealed class ScopeResolver(IViewerAccessor viewers, IReferenceDataReader references, IDataStatusReader statuses, RefusalTrail refusals, TimeProvider time)
{
    /// <returns>Null when nobody is signed in.</returns>
    public async Task<ScopeContext?> ResolveAsync(Scope scope, CancellationToken cancellationToken)
    {
        if (await viewers.GetAsync(cancellationToken) is not { } viewer)
            return null;
        var reference = await references.GetAsync(cancellationToken);
        var status = await statuses.GetAsync(cancellationToken);
        ImmutableArray<Jurisdiction> roots = [.. viewer.JurisdictionIds
            .Select(reference.Jurisdictions.Find)
            .OfType<Jurisdiction>()
            .OrderBy(root => root.Ordinal)];
        var place = scope.In is { } code ? reference.Jurisdictions.Find(code) : null;
        if (place is not null && !roots.Any(root => root.Contains(place)))
        {
            refusals.Add(viewer, $"place:{place.Code}");
            place = null;
        }

        place ??= roots.Length == 1 ? roots[0] : null;
        var head = (scope.Head is { } headCode ? reference.Heads.Find(headCode) : null) ?? reference.Heads.Root;
        // Before there is any data the usual period ends now.
        var period = scope.PeriodAt(status.AsOf ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return new ScopeContext(viewer, reference, status, scope, period, place, head, roots);
    }
}
