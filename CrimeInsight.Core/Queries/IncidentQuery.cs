using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Queries;

/// <summary>
/// The semantic query: measures by dimensions, filtered, over a period. Everything the product shows of incidents is
/// one of these, compiled to SQL in one place and run within the rights of a person. Immutable; validate with
/// <see cref="IncidentQueryValidator"/> before use. Empty filter lists mean "no restriction".
/// </summary>
public sealed record IncidentQuery
{
    public const CrimeHeadLevel DefaultHeadLevel = CrimeHeadLevel.Head;

    /// <summary>At least one, no repeats.</summary>
    public required ImmutableArray<Measure> Measures { get; init; }

    /// <summary>At most three, no repeats; the order is the order of the key columns.</summary>
    public ImmutableArray<Dimension> Dimensions { get; init; } = [];

    public required Period Period { get; init; }

    /// <summary>
    /// The date by which cases lie in the period; null: the usual one of the query. Counts go by registration, as police and NCRB count;
    /// the clock is known of the offence alone.
    /// </summary>
    public DateBasis? DateBasis { get; init; }

    /// <summary>The date by which cases are counted: the one asked for, else the usual one.</summary>
    public DateBasis CountedBy => DateBasis ?? (IsOfClock ? Incidents.DateBasis.Occurred : Incidents.DateBasis.Registered);

    /// <summary>Asks for the clock, which is known of the offence alone.</summary>
    public bool IsOfClock =>
        !Weekdays.IsDefaultOrEmpty || !Hours.IsDefaultOrEmpty
        || (!Dimensions.IsDefault && (Dimensions.Contains(Dimension.Weekday) || Dimensions.Contains(Dimension.Hour)));

    /// <summary>Codes of subtrees; empty: everything the person may see.</summary>
    public ImmutableArray<string> Jurisdictions { get; init; } = [];

    /// <summary>Codes of crime heads at any level.</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

    /// <summary>Sections of law, <c>IPC:302</c> or <c>BNS:303(2)</c>: cases registered under any of them, or a part of one.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    public ImmutableArray<Gender> Genders { get; init; } = [];

    public ImmutableArray<AgeBand> AgeBands { get; init; } = [];

    public ImmutableArray<LegalStatus> Statuses { get; init; } = [];

    /// <summary>ISO weekdays 1 … 7.</summary>
    public ImmutableArray<int> Weekdays { get; init; } = [];

    /// <summary>Hours −1 … 23.</summary>
    public ImmutableArray<int> Hours { get; init; } = [];

    /// <summary>Level that <see cref="Dimension.Jurisdiction"/> groups by; null: the level below each filtered subtree.</summary>
    public JurisdictionLevel? JurisdictionLevel { get; init; }

    /// <summary>Level that <see cref="Dimension.Head"/> groups by.</summary>
    public CrimeHeadLevel HeadLevel { get; init; } = DefaultHeadLevel;

    /// <summary>Order of the rows; null: by the dimensions, ascending. Ties always by the dimensions.</summary>
    public QueryOrder? Order { get; init; }

    /// <summary>Most rows returned, 1 … 100,000; null: all up to that.</summary>
    public int? Limit { get; init; }

    /// <summary>Who reads the answer. No part of the query's text: what is read from JSON or an address is for release.</summary>
    public QueryAudience Audience { get; init; }

    /// <summary>Structural: lists are compared by their elements, in order.</summary>
    public bool Equals(IncidentQuery? other)
    {
        if (other is null || Audience != other.Audience)
            return false;
        foreach (var member in QueryMembers.All)
            if (!member.AreSame(this, other))
                return false;
        return true;
    }

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Audience);
        foreach (var member in QueryMembers.All)
            member.AddTo(ref hash, this);
        return hash.ToHashCode();
    }
}
