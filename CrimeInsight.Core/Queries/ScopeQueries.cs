using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Queries;

/// <summary>The queries a scope stands for.</summary>
public static class ScopeQueries
{
    /// <summary>Measures of all of a scope together, for the screen.</summary>
    public static IncidentQuery Query(this Scope scope, params ImmutableArray<Measure> measures) => new()
    {
        Measures = measures,
        Period = scope.Period,
        DateBasis = scope.Basis,
        Jurisdictions = scope.PlaceCodes,
        Heads = scope.HeadCodes,
        Audience = QueryAudience.Screen,
    };

    /// <summary>By which date its cases count: as asked, or as is usual for counts.</summary>
    public static DateBasis CountedBy(this Scope scope) => scope.Query(Measure.Count).CountedBy;

    /// <summary>Its cases by month.</summary>
    public static IncidentQuery ByMonth(this Scope scope, QueryAudience audience = QueryAudience.Screen) =>
        scope.Query(Measure.Count) with { Dimensions = [Dimension.Month], Audience = audience };
}
