using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Cases;

/// <summary>A page of cases, newest first. It has no total: counts are the semantic query's, which protects small ones.</summary>
/// <param name="CountedBy">The date by which they lie in the period and are ordered.</param>
public sealed record CasePage(ImmutableArray<CaseSummary> Cases, bool HasNewer, bool HasOlder, DateBasis CountedBy = DateBasis.Registered)
{
    /// <summary>Where the older page begins; null when there is none.</summary>
    public CaseCursor? Older => HasOlder && Cases is [.., var last] ? new CaseCursor(last.On(CountedBy), last.Id) : null;

    /// <summary>Where the newer page ends; null when there is none.</summary>
    public CaseCursor? Newer => HasNewer && Cases is [var first, ..] ? new CaseCursor(first.On(CountedBy), first.Id) : null;
}
