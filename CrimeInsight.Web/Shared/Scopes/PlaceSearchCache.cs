using System.Runtime.CompilerServices;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>One search index per version of the reference data, made when first needed.</summary>
public sealed class PlaceSearchCache
{
    private readonly ConditionalWeakTable<ReferenceData, JurisdictionSearch> _indexes = [];

    public JurisdictionSearch For(ReferenceData reference) =>
        _indexes.GetValue(reference, static data => new JurisdictionSearch(data.Jurisdictions));
}
