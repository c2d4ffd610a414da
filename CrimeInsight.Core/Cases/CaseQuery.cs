using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Cases;

/// <summary>Which page of which cases.</summary>
/// <param name="Scope">Cases within any of its places, of its heads with all below them, in its period.</param>
/// <param name="Before">The page after this case in the list: older ones.</param>
/// <param name="After">The page before this case in the list: newer ones. Passed over when <paramref name="Before"/> is given.</param>
public sealed record CaseQuery(Scope Scope, CaseCursor? Before = null, CaseCursor? After = null)
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The date by which cases lie in the period and are ordered: the list of a count goes by that of the count.</summary>
    public DateBasis CountedBy => Scope.Basis ?? DateBasis.Registered;

    /// <summary>Only cases of this status; null for all.</summary>
    public LegalStatus? Status { get; init; }

    /// <summary>Only cases whose number (FIR or source reference) contains this text, whatever its case; null for all.</summary>
    public string? Number { get; init; }

    /// <summary>Only cases registered under all of these sections, or parts of them; empty for all.</summary>
    public ImmutableArray<LawSection> Sections { get; init; } = [];

    /// <summary>Leaves out cases whose victim the law protects, for what leaves the screen.</summary>
    public bool IsWithoutSensitive { get; init; }

    /// <summary>Most cases returned.</summary>
    public int Limit { get; init; } = PageSize;
}
