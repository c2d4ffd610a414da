using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Places that boundaries of a level may be of.</summary>
internal static class BoundaryPlaces
{
    public static IReadOnlyList<Jurisdiction> RootsOf(Viewer admin, ReferenceData reference) =>
        [.. admin.JurisdictionIds.Select(reference.Jurisdictions.Find).OfType<Jurisdiction>()];

    /// <summary>Those of the administrator.</summary>
    public static IEnumerable<Jurisdiction> Of(BoundaryLevel level, Viewer admin, ReferenceData reference)
    {
        var roots = RootsOf(admin, reference);
        return reference.Jurisdictions.All.Where(place => IsOf(place, level) && roots.Any(root => root.Contains(place)));
    }

    /// <summary>The place of an area, else the one that may have been meant, which is written with its code behind it.</summary>
    public static Jurisdiction? Meant(DraftShape shape, ReferenceData reference)
    {
        var code = shape.Code ?? (shape.Suggestion?.Split('(', ')') is [.., var written, ""] ? written : null);
        return code is null ? null : reference.Jurisdictions.Find(code);
    }

    public static bool IsOf(Jurisdiction place, BoundaryLevel level) => place.Level.ToString() == level.ToString() && !place.IsSynthetic;
}
