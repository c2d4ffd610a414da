using System.Collections.Immutable;

namespace CrimeInsight.Core.Cases;

/// <summary>A page of cases, newest first. It has no total: counts are the semantic query's, which protects small ones.</summary>
public sealed record CasePage(ImmutableArray<CaseSummary> Cases, bool HasNewer, bool HasOlder)
{
    /// <summary>Where the older page begins; null when there is none.</summary>
    public CaseCursor? Older => HasOlder && Cases is [.., var last] ? new CaseCursor(last.When.Date, last.Id) : null;

    /// <summary>Where the newer page ends; null when there is none.</summary>
    public CaseCursor? Newer => HasNewer && Cases is [var first, ..] ? new CaseCursor(first.When.Date, first.Id) : null;
}
