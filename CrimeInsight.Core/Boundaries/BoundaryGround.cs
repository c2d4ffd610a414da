using System.Collections.Immutable;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Boundaries;

/// <summary>What files of boundaries are read against.</summary>
/// <param name="Tree">Without places that were invented for the demo.</param>
/// <param name="Own">Roots of what the administrator may change.</param>
/// <param name="Learnt">What administrators have said that names mean.</param>
/// <param name="Drawn">Places as they are drawn today, by code.</param>
internal sealed record BoundaryGround(
    JurisdictionTree Tree, ImmutableArray<Jurisdiction> Own, IReadOnlyList<PlaceAlias> Learnt, IReadOnlyDictionary<string, DrawnShape> Drawn)
{
    public static BoundaryGround None { get; } = new(new JurisdictionTree([]), [], [], ImmutableDictionary<string, DrawnShape>.Empty);

    public bool IsOwn(Jurisdiction place) => Own.Any(root => root.Contains(place));
}
