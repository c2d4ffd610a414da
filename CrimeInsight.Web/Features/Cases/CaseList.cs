using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>A page of cases and how many there are in all.</summary>
/// <param name="Total">Of the semantic query, which protects small counts; null when a number was looked for.</param>
public sealed record CaseList(CasePage Page, QueryRow? Total);
