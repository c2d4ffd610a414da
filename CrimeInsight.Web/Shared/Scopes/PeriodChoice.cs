using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>A period a reader can pick in one tap.</summary>
/// <param name="Key">Resource key in ScopeText.</param>
/// <param name="Year">The year, for <c>Year {0}</c>; null for the others.</param>
public sealed record PeriodChoice(string Key, int? Year, Period Period)
{
    private static readonly (string Key, int Months)[] s_recent = [("Last1", 1), ("Last3", 3), ("Last6", 6), ("Last12", 12), ("Last24", 24)];

    private const int DaysPerWeek = 7;

    /// <summary>
    /// Choices for data that begin in <paramref name="firstMonth"/>, whose months are complete before <paramref name="asOf"/> and whose
    /// days are before <paramref name="until"/>.
    /// </summary>
    public static IReadOnlyList<PeriodChoice> For(DateOnly firstMonth, DateOnly asOf, DateOnly? until = null)
    {
        var end = until > asOf ? until.Value : asOf;
        List<PeriodChoice> days = [new("LastDay", null, new Period(end.AddDays(-1), end)), new("LastWeek", null, new Period(end.AddDays(-DaysPerWeek), end))];
        if (end > asOf)
            days.Add(new PeriodChoice("MonthSoFar", null, new Period(asOf, end)));
        var all = new Period(new DateOnly(firstMonth.Year, firstMonth.Month, 1), new DateOnly(asOf.Year, asOf.Month, 1));
        var recent = s_recent
            .Where(choice => choice.Months <= all.Months)
            .Select(choice => new PeriodChoice(choice.Key, null, Period.LastMonths(asOf, choice.Months)));
        var years = Enumerable.Range(all.From.Year, all.Until.AddMonths(-1).Year - all.From.Year + 1)
            .Reverse()
            .Select(year => new PeriodChoice("Year", year, Period.Year(year)));
        return [.. days, .. recent, .. years, new PeriodChoice("WholeData", null, all)];
    }
}
