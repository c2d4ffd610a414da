using System.Collections.Immutable;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Data.Queries;

/// <summary>A valid query with its codes resolved within a person's scope.</summary>
/// <param name="Query">As run: automatic choices filled in.</param>
internal sealed record ResolvedQuery(IncidentQuery Query, JurisdictionPlan Places, HeadPlan Heads)
{
    /// <summary>The sections it filters by.</summary>
    public ImmutableArray<LawSection> Sections { get; } = [.. Query.Sections.Select(LawSection.Parse).OfType<LawSection>()];

    /// <summary>Nothing can match: the person may see nothing of what was asked for.</summary>
    public bool IsEmpty => Places.Counted.IsEmpty;

    public bool Has(Dimension dimension) => Query.Dimensions.Contains(dimension);

    public bool HasAny(Func<Measure, bool> kind) => Query.Measures.Any(kind);

    public bool Has(Measure measure) => Query.Measures.Contains(measure);

    /// <summary>Position of a dimension among the keys; −1 when absent.</summary>
    public int IndexOf(Dimension dimension) => Query.Dimensions.IndexOf(dimension);
}
