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

    /// <summary>The date by which cases lie in the period; null: the usual one of the query.</summary>
    public DateBasis? DateBasis { get; init; }

    /// <summary>The date by which cases are counted: the one asked for, else the usual one.</summary>
    public DateBasis CountedBy => DateBasis ?? Incidents.DateBasis.Occurred;

    /// <summary>Asks for the clock, which is known of the offence alone.</summary>
    public bool IsOfClock =>
        !Weekdays.IsDefaultOrEmpty || !Hours.IsDefaultOrEmpty
        || (!Dimensions.IsDefault && (Dimensions.Contains(Dimension.Weekday) || Dimensions.Contains(Dimension.Hour)));

    /// <summary>Codes of subtrees; empty: everything the person may see.</summary>
    public ImmutableArray<string> Jurisdictions { get; init; } = [];

    /// <summary>Codes of crime heads at any level.</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

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
    public bool Equals(IncidentQuery? other) =>
        other is not null
        && Same(Measures, other.Measures)
        && Same(Dimensions, other.Dimensions)
        && Period == other.Period
        && DateBasis == other.DateBasis
        && Same(Jurisdictions, other.Jurisdictions)
        && Same(Heads, other.Heads)
        && Same(Genders, other.Genders)
        && Same(AgeBands, other.AgeBands)
        && Same(Statuses, other.Statuses)
        && Same(Weekdays, other.Weekdays)
        && Same(Hours, other.Hours)
        && JurisdictionLevel == other.JurisdictionLevel
        && HeadLevel == other.HeadLevel
        && Order == other.Order
        && Limit == other.Limit
        && Audience == other.Audience;

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Period);
        hash.Add(DateBasis);
        hash.Add(HeadLevel);
        hash.Add(JurisdictionLevel);
        hash.Add(Order);
        hash.Add(Limit);
        hash.Add(Audience);
        Add(ref hash, Measures);
        Add(ref hash, Dimensions);
        Add(ref hash, Jurisdictions);
        Add(ref hash, Heads);
        return hash.ToHashCode();
    }

    private static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.IsDefaultOrEmpty ? right.IsDefaultOrEmpty : !right.IsDefault && left.SequenceEqual(right);

    private static void Add<T>(ref HashCode hash, ImmutableArray<T> values)
    {
        if (values.IsDefaultOrEmpty)
            return;
        foreach (var value in values)
            hash.Add(value);
    }
}
