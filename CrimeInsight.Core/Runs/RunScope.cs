using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Runs;

/// <summary>What a run is about.</summary>
/// <param name="Roots">Disjoint subtrees its owner may see.</param>
/// <param name="Worked">Places people are bound to: what holds any of them comes before the rest.</param>
public sealed record RunScope(ReferenceData Reference, IReadOnlyCollection<Jurisdiction> Roots, IReadOnlyCollection<Jurisdiction> Worked)
{
    /// <summary>Roots that are the country.</summary>
    public IReadOnlyList<Jurisdiction> Countries => [.. Roots.Where(root => root.Level == JurisdictionLevel.Country)];

    /// <summary>The states of the country and the other roots, those that people work in first.</summary>
    public IReadOnlyList<Jurisdiction> Areas =>
    [
        .. Roots.Where(root => root.Level != JurisdictionLevel.Country)
            .Concat(Countries.SelectMany(root => Reference.Jurisdictions.ChildrenOf(root.Id)))
            .OrderBy(area => !Worked.Any(area.Contains)),
    ];
}
