using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Data.Queries;

/// <summary>A table that can answer queries.</summary>
/// <param name="DeepestLevel">Finest level with rollup rows; null for raw rows, which answer at any.</param>
/// <param name="HasStatus">Knows the stage of cases.</param>
/// <param name="HasClock">Knows weekday and hour.</param>
/// <param name="HasVictim">Knows the victim's gender and age band.</param>
/// <param name="HasSlots">A row holds one month's cases by slot, in arrays.</param>
/// <param name="IsProtected">Condition on protected cases, of whatever head; null where they are not told from others.</param>
/// <param name="Basis">The date whose months it holds; raw rows have both dates.</param>
internal sealed record QuerySource(
    string Table, JurisdictionLevel? DeepestLevel, bool HasStatus, bool HasClock, bool HasVictim, bool HasSlots = false, DateBasis Basis = DateBasis.Occurred,
    string? IsProtected = null)
{
    public static readonly QuerySource Month = new("crime.rollup_month", JurisdictionLevel.Circle, HasStatus: true, HasClock: false, HasVictim: false);

    public static readonly QuerySource Hour = new(
        "crime.rollup_hour", JurisdictionLevel.State, HasStatus: false, HasClock: true, HasVictim: false, HasSlots: true,
        IsProtected: "s.slot = 175");

    public static readonly QuerySource Victim = new(
        "crime.rollup_victim", JurisdictionLevel.State, HasStatus: false, HasClock: false, HasVictim: true, HasSlots: true,
        IsProtected: "s.slot >= 36");

    public static readonly QuerySource MonthRegistered = Month with { Table = "crime.rollup_month_registered", Basis = DateBasis.Registered };

    public static readonly QuerySource VictimRegistered = Victim with { Table = "crime.rollup_victim_registered", Basis = DateBasis.Registered };

    public static readonly QuerySource Raw = new(
        "crime.incident", null, HasStatus: true, HasClock: true, HasVictim: true, IsProtected: "r.is_sensitive");

    // Cheapest first; the last can always answer.
    private static readonly QuerySource[] s_byCost = [Month, MonthRegistered, Hour, Victim, VictimRegistered, Raw];

    public bool IsRaw => DeepestLevel is null;

    /// <summary>The cheapest source that answers exactly.</summary>
    public static QuerySource Choose(ResolvedQuery resolved) => s_byCost.First(source => source.Answers(resolved));

    private bool Answers(ResolvedQuery resolved) =>
        (HasStatus || !NeedsStatus(resolved))
        && (HasClock || !NeedsClock(resolved))
        && (HasVictim || !NeedsVictim(resolved))
        && (IsRaw || resolved.Sections.IsEmpty)
        && (IsRaw || (Basis == resolved.Query.CountedBy && HoldsMonthsOf(resolved)));

    private bool HoldsMonthsOf(ResolvedQuery resolved) =>
        !resolved.Has(Dimension.Day) && resolved.Query.Period.IsWholeMonths && resolved.Places.Counted.All(place => place.Level <= DeepestLevel);

    private static bool NeedsStatus(ResolvedQuery resolved) =>
        resolved.Has(Dimension.Status) || !resolved.Query.Statuses.IsEmpty || resolved.HasAny(QueryCatalogue.IsOfPolice)
            || resolved.HasAny(QueryCatalogue.IsOfCourts);

    private static bool NeedsClock(ResolvedQuery resolved) =>
        resolved.Has(Dimension.Weekday) || resolved.Has(Dimension.Hour) || !resolved.Query.Weekdays.IsEmpty || !resolved.Query.Hours.IsEmpty;

    private static bool NeedsVictim(ResolvedQuery resolved) =>
        resolved.Has(Dimension.Gender) || resolved.Has(Dimension.AgeBand) || !resolved.Query.Genders.IsEmpty || !resolved.Query.AgeBands.IsEmpty;
}
