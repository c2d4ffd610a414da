using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Queries;

/// <summary>The rules of the catalogue that need no data. Finds every problem at once; the order is that of the members.</summary>
public static class IncidentQueryValidator
{
    public const int MaxDimensions = 3;

    /// <summary>Most rows a query may ask for, and most it returns without a limit.</summary>
    public const int MaxLimit = 100_000;

    /// <summary>Most codes in one filter.</summary>
    public const int MaxCodes = 500;

    /// <summary>First date a period may begin.</summary>
    public static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <summary>Last date a period may end, exclusive.</summary>
    public static readonly DateOnly Latest = new(2100, 1, 1);

    /// <summary>Every broken rule; empty when the query is valid.</summary>
    public static ImmutableArray<QueryProblem> Validate(IncidentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var problems = ImmutableArray.CreateBuilder<QueryProblem>();
        CheckMeasures(query, problems);
        CheckDimensions(query, problems);
        CheckPeriod(query, problems);
        CheckDateBasis(query, problems);
        CheckCodes(query.Jurisdictions, QueryMembers.Jurisdictions, problems);
        CheckCodes(query.Heads, QueryMembers.Heads, problems);
        CheckNames(query.Genders, QueryMembers.Genders, problems);
        CheckNames(query.AgeBands, QueryMembers.AgeBands, problems);
        CheckNames(query.Statuses, QueryMembers.Statuses, problems);
        CheckNumbers(query.Weekdays, QueryMembers.Weekdays, QueryProblemKeys.WeekdayRange, 1, 7, "1 is Monday, 7 Sunday", problems);
        CheckNumbers(query.Hours, QueryMembers.Hours, QueryProblemKeys.HourRange, -1, 23, "-1 means the hour is unknown", problems);
        CheckLevels(query, problems);
        CheckOrderAndLimit(query, problems);
        return problems.ToImmutable();
    }

    /// <exception cref="InvalidQueryException">The query is not valid; carries every problem.</exception>
    public static void EnsureValid(IncidentQuery query)
    {
        var problems = Validate(query);
        if (!problems.IsEmpty)
            throw new InvalidQueryException(problems);
    }

    private static void CheckMeasures(IncidentQuery query, ImmutableArray<QueryProblem>.Builder problems)
    {
        if (query.Measures.IsDefaultOrEmpty)
        {
            problems.Add(new(QueryMembers.Measures, QueryProblemKeys.MeasuresMissing,
                "measures: at least one is needed; for example \"count\"."));
            return;
        }
        CheckNames(query.Measures, QueryMembers.Measures, problems);
        var hasRate = query.Measures.Any(measure => QueryCatalogue.IsOfPolice(measure) || QueryCatalogue.IsOfCourts(measure));
        if (hasRate && (Has(query, Dimension.Status) || !query.Statuses.IsDefaultOrEmpty))
            problems.Add(new(QueryMembers.Measures, QueryProblemKeys.RateWithStatus,
                "measures: chargesheetRate, convictionRate, disposed and decided compare statuses, so they say nothing within one; remove the status dimension and the statuses filter, or ask for count."));
    }

    private static void CheckDimensions(IncidentQuery query, ImmutableArray<QueryProblem>.Builder problems)
    {
        CheckNames(query.Dimensions, QueryMembers.Dimensions, problems);
        if (!query.Dimensions.IsDefault && query.Dimensions.Length > MaxDimensions)
            problems.Add(new(QueryMembers.Dimensions, QueryProblemKeys.TooManyDimensions, string.Create(CultureInfo.InvariantCulture,
                $"dimensions: {query.Dimensions.Length} given, at most {MaxDimensions} are possible; move some into filters.")));
    }

    private static void CheckPeriod(IncidentQuery query, ImmutableArray<QueryProblem>.Builder problems)
    {
        if (query.Period is null)
        {
            problems.Add(new(QueryMembers.Period, QueryProblemKeys.PeriodMissing,
                "period: missing; give {\"from\":\"2024-01-01\",\"until\":\"2025-01-01\"}, the end being exclusive."));
            return;
        }
        if (query.Period.From < Earliest || query.Period.Until > Latest)
            problems.Add(new(QueryMembers.Period, QueryProblemKeys.PeriodRange, string.Create(CultureInfo.InvariantCulture,
                $"period: {query.Period.From:yyyy-MM-dd} until {query.Period.Until:yyyy-MM-dd} leaves the range {Earliest:yyyy-MM-dd} until {Latest:yyyy-MM-dd}; narrow it.")));
        var hasChange = !query.Measures.IsDefault
            && query.Measures.Any(measure => QueryCatalogue.ComparesPrevious(measure) || QueryCatalogue.ComparesLastYear(measure));
        if (hasChange && !query.Period.IsWholeMonths && (Has(query, Dimension.Month) || Has(query, Dimension.Year)))
            problems.Add(new(QueryMembers.Period, QueryProblemKeys.ChangeNeedsWholeMonths,
                "period: a change by month or year compares whole months; begin and end on the first of a month."));
        if (hasChange && Has(query, Dimension.Day))
            problems.Add(new(QueryMembers.Measures, QueryProblemKeys.ChangeByDay,
                "measures: a change is not known by day, since the day before and the day a year before are other weekdays; ask for count, or group by month."));
    }

    private static void CheckDateBasis(IncidentQuery query, ImmutableArray<QueryProblem>.Builder problems)
    {
        if (query.DateBasis is { } basis && !Enum.IsDefined(basis))
            problems.Add(NotInCatalogue(QueryMembers.DateBasis, basis));
        if (query.DateBasis == DateBasis.Registered && query.IsOfClock)
            problems.Add(new(QueryMembers.DateBasis, QueryProblemKeys.RegisteredByClock,
                "dateBasis: hours and weekdays are those of the offence, not of its registration; use \"occurred\", or leave them out."));
    }

    private static void CheckCodes(ImmutableArray<string> codes, string member, ImmutableArray<QueryProblem>.Builder problems)
    {
        if (codes.IsDefaultOrEmpty)
            return;
        if (codes.Length > MaxCodes)
            problems.Add(new(member, QueryProblemKeys.TooManyValues, string.Create(CultureInfo.InvariantCulture,
                $"{member}: {codes.Length} codes given, at most {MaxCodes} are possible; name their common parent instead.")));
        if (codes.Any(string.IsNullOrWhiteSpace))
            problems.Add(new(member, QueryProblemKeys.BlankCode, $"{member}: a code is blank; remove it."));
        CheckRepeats(codes.Where(code => !string.IsNullOrWhiteSpace(code)), member, StringComparer.OrdinalIgnoreCase, problems);
    }

    private static void CheckNames<T>(ImmutableArray<T> values, string member, ImmutableArray<QueryProblem>.Builder problems)
        where T : struct, Enum
    {
        if (values.IsDefaultOrEmpty)
            return;
        foreach (var value in values.Where(value => !Enum.IsDefined(value)).Distinct())
            problems.Add(NotInCatalogue(member, value));
        CheckRepeats(values, member, null, problems);
    }

    private static void CheckNumbers(
        ImmutableArray<int> values, string member, string key, int min, int max, string meaning, ImmutableArray<QueryProblem>.Builder problems)
    {
        if (values.IsDefaultOrEmpty)
            return;
        foreach (var value in values.Where(value => value < min || value > max).Distinct())
            problems.Add(new(member, key, string.Create(CultureInfo.InvariantCulture,
                $"{member}: {value} is outside {min} to {max} ({meaning}); remove it.")));
        CheckRepeats(values, member, null, problems);
    }

    private static void CheckRepeats<T>(
        IEnumerable<T> values, string member, IEqualityComparer<T>? comparer, ImmutableArray<QueryProblem>.Builder problems)
    {
        foreach (var group in values.GroupBy(value => value, comparer).Where(group => group.Skip(1).Any()))
            problems.Add(new(member, QueryProblemKeys.Repeated, string.Create(CultureInfo.InvariantCulture,
                $"{member}: {group.Key} is given more than once; keep one.")));
    }

    private static void CheckLevels(IncidentQuery query, ImmutableArray<QueryProblem>.Builder problems)
    {
        if (query.JurisdictionLevel is { } level && !Enum.IsDefined(level))
            problems.Add(NotInCatalogue(QueryMembers.JurisdictionLevel, level));
        if (!Enum.IsDefined(query.HeadLevel))
            problems.Add(NotInCatalogue(QueryMembers.HeadLevel, query.HeadLevel));
    }

    private static void CheckOrderAndLimit(IncidentQuery query, ImmutableArray<QueryProblem>.Builder problems)
    {
        if (query.Order is { } order && (query.Measures.IsDefault || !query.Measures.Contains(order.Measure)))
            problems.Add(Enum.IsDefined(order.Measure)
                ? new(QueryMembers.Order, QueryProblemKeys.OrderNotMeasured,
                    $"order: {QueryNames.Of(order.Measure)} is not among the measures; add it there or order by one that is.")
                : NotInCatalogue(QueryMembers.Order, order.Measure));
        if (query.Limit is < 1 or > MaxLimit)
            problems.Add(new(QueryMembers.Limit, QueryProblemKeys.LimitRange, string.Create(CultureInfo.InvariantCulture,
                $"limit: {query.Limit} is outside 1 to {MaxLimit}; choose a value within, or leave it out.")));
    }

    private static QueryProblem NotInCatalogue<T>(string member, T value) where T : struct, Enum =>
        new(member, QueryProblemKeys.NotInCatalogue, $"{member}: {value} is not in the catalogue; use {QueryNames.All<T>()}.");

    private static bool Has(IncidentQuery query, Dimension dimension) =>
        !query.Dimensions.IsDefault && query.Dimensions.Contains(dimension);
}
