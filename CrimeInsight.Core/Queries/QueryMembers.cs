using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Queries;

/// <summary>
/// The members of a query, in canonical order. Everything that goes through all of them follows from this table: JSON, address,
/// validator and equality. A new filter is a property of <see cref="IncidentQuery"/> and a row here.
/// </summary>
internal static class QueryMembers
{
    public const string Measures = "measures";
    public const string Period = "period";
    public const string DateBasis = "dateBasis";
    public const string Order = "order";

    public static ImmutableArray<QueryMember> All { get; } =
    [
        new QueryMember<ImmutableArray<Measure>>(
            Measures, "m", new NamesForm<Measure>(), query => query.Measures, (query, value) => query with { Measures = value }, QueryRules.CheckMeasures),
        new QueryMember<ImmutableArray<Dimension>>(
            "dimensions", "d", new NamesForm<Dimension>(), query => query.Dimensions, (query, value) => query with { Dimensions = value },
            QueryRules.CheckDimensions),
        new QueryMember<Period>(
            Period, "p", new PeriodForm(), query => query.Period, (query, value) => query with { Period = value }, QueryRules.CheckPeriod),
        new QueryMember<DateBasis?>(
            DateBasis, "b", new NameForm<DateBasis>(), query => query.DateBasis, (query, value) => query with { DateBasis = value },
            QueryRules.CheckDateBasis),
        new QueryMember<ImmutableArray<string>>(
            "jurisdictions", "j", new CodesForm(), query => query.Jurisdictions, (query, value) => query with { Jurisdictions = value }),
        new QueryMember<ImmutableArray<string>>(
            "heads", "h", new CodesForm(), query => query.Heads, (query, value) => query with { Heads = value }),
        new QueryMember<ImmutableArray<string>>(
            "sections", "x", new CodesForm(), query => query.Sections, (query, value) => query with { Sections = value }, QueryRules.CheckSections),
        new QueryMember<ImmutableArray<Gender>>(
            "genders", "g", new NamesForm<Gender>(), query => query.Genders, (query, value) => query with { Genders = value }),
        new QueryMember<ImmutableArray<AgeBand>>(
            "ageBands", "a", new NamesForm<AgeBand>(), query => query.AgeBands, (query, value) => query with { AgeBands = value }),
        new QueryMember<ImmutableArray<LegalStatus>>(
            "statuses", "s", new NamesForm<LegalStatus>(), query => query.Statuses, (query, value) => query with { Statuses = value }),
        new QueryMember<ImmutableArray<int>>(
            "weekdays", "w", new NumbersForm(1, 7, QueryProblemKeys.WeekdayRange, "1 is Monday, 7 Sunday"),
            query => query.Weekdays, (query, value) => query with { Weekdays = value }),
        new QueryMember<ImmutableArray<int>>(
            "hours", "t", new NumbersForm(-1, 23, QueryProblemKeys.HourRange, "-1 means the hour is unknown"),
            query => query.Hours, (query, value) => query with { Hours = value }),
        new QueryMember<JurisdictionLevel?>(
            "jurisdictionLevel", "jl", new NameForm<JurisdictionLevel>(),
            query => query.JurisdictionLevel, (query, value) => query with { JurisdictionLevel = value }),
        new QueryMember<CrimeHeadLevel?>(
            "headLevel", "hl", new NameForm<CrimeHeadLevel>(IncidentQuery.DefaultHeadLevel),
            query => query.HeadLevel, (query, value) => query with { HeadLevel = value ?? IncidentQuery.DefaultHeadLevel }),
        new QueryMember<QueryOrder?>(
            Order, "o", new OrderForm(), query => query.Order, (query, value) => query with { Order = value }, QueryRules.CheckOrder),
        new QueryMember<int?>("limit", "n", new LimitForm(), query => query.Limit, (query, value) => query with { Limit = value }),
    ];

    /// <summary>All names, for messages.</summary>
    public static string Listed { get; } = string.Join(", ", All.Select(member => member.Name));

    /// <param name="name">Of JSON.</param>
    public static QueryMember? Find(string name) => All.FirstOrDefault(member => member.Name == name);

    /// <param name="parameter">Of an address.</param>
    public static QueryMember? FindParameter(string parameter) => All.FirstOrDefault(member => member.Parameter == parameter);
}
