using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Maps;

/// <summary>What a map is about.</summary>
/// <param name="Roots">The areas lie within these; at least one.</param>
/// <param name="Heads">Codes; empty: all heads.</param>
/// <param name="Level">Of the areas.</param>
/// <param name="Audience">Who sees it.</param>
public sealed record MapRequest(
    ImmutableArray<Jurisdiction> Roots, ImmutableArray<string> Heads, Period Period, JurisdictionLevel Level, QueryAudience Audience = QueryAudience.Release);
