using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Maps;

/// <summary>What a map is about.</summary>
/// <param name="Level">Of the areas within the scope.</param>
/// <param name="Audience">Who sees it.</param>
public sealed record MapRequest(Scope Scope, JurisdictionLevel Level, QueryAudience Audience = QueryAudience.Release);
