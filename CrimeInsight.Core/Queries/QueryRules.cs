using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Queries;

/// <summary>What members may not be beside others.</summary>
internal static class QueryRules
{
    public static void CheckMeasures(IncidentQuery query, QueryProblems problems)
    {
        if (query.Measures.IsDefaultOrEmpty)
        {
            problems.Add(QueryMembers.Measures, QueryProblemKeys.MeasuresMissing, "at least one is needed; for example \"count\".");
            return;
        }
        var hasRate = query.Measures.Any(measure => QueryCatalogue.IsOfPolice(measure) || QueryCatalogue.IsOfCourts(measure));
        if (hasRate && (Has(query, Dimension.Status) || !query.Statuses.IsDefaultOrEmpty))
            problems.Add(QueryMembers.Measures, QueryProblemKeys.RateWithStatus,
                "chargesheetRate, convictionRate, disposed and decided compare statuses, so they say nothing within one; remove the status dimension and the "
                    + "statuses filter, or ask for count.");
    }

    public static void CheckDimensions(IncidentQuery query, QueryProblems problems)
    {
        const int most = IncidentQueryValidator.MaxDimensions;
        if (!query.Dimensions.IsDefault && query.Dimensions.Length > most)
            problems.Add("dimensions", QueryProblemKeys.TooManyDimensions, string.Create(CultureInfo.InvariantCulture,
                $"{query.Dimensions.Length} given, at most {most} are possible; move some into filters."));
    }

    public static void CheckSections(IncidentQuery query, QueryProblems problems)
    {
        foreach (var code in query.Sections.IsDefault ? [] : query.Sections)
            if (!string.IsNullOrWhiteSpace(code) && LawSection.Parse(code) is null)
                problems.Add("sections", QueryProblemKeys.UnknownSection, $"'{code}' is no section; write act and number, such as IPC:302 or BNS:303(2).");
    }

    public static void CheckPeriod(IncidentQuery query, QueryProblems problems)
    {
        var hasChange = query.Period is not null && !query.Measures.IsDefault
            && query.Measures.Any(measure => QueryCatalogue.ComparesPrevious(measure) || QueryCatalogue.ComparesLastYear(measure));
        if (hasChange && !query.Period!.IsWholeMonths && (Has(query, Dimension.Month) || Has(query, Dimension.Year)))
            problems.Add(QueryMembers.Period, QueryProblemKeys.ChangeNeedsWholeMonths,
                "a change by month or year compares whole months; begin and end on the first of a month.");
        if (hasChange && Has(query, Dimension.Day))
            problems.Add(QueryMembers.Measures, QueryProblemKeys.ChangeByDay,
                "a change is not known by day, since the day before and the day a year before are other weekdays; ask for count, or group by month.");
    }

    public static void CheckDateBasis(IncidentQuery query, QueryProblems problems)
    {
        if (query.DateBasis == DateBasis.Registered && query.IsOfClock)
            problems.Add(QueryMembers.DateBasis, QueryProblemKeys.RegisteredByClock,
                "hours and weekdays are those of the offence, not of its registration; use \"occurred\", or leave them out.");
    }

    public static void CheckOrder(IncidentQuery query, QueryProblems problems)
    {
        if (query.Order is not { } order || (!query.Measures.IsDefault && query.Measures.Contains(order.Measure)))
            return;
        if (Enum.IsDefined(order.Measure))
            problems.Add(QueryMembers.Order, QueryProblemKeys.OrderNotMeasured,
                $"{QueryNames.Of(order.Measure)} is not among the measures; add it there or order by one that is.");
        else
            problems.AddNotInCatalogue<Measure>(QueryMembers.Order, order.Measure.ToString());
    }

    private static bool Has(IncidentQuery query, Dimension dimension) => !query.Dimensions.IsDefault && query.Dimensions.Contains(dimension);
}
