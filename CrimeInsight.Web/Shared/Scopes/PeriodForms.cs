using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>Periods in the forms that readers name them in.</summary>
public static class PeriodForms
{
    private const int DaysPerWeek = 7;

    /// <summary>The narrowest form that a period has.</summary>
    public static PeriodForm Of(Scope scope) => Enum.GetValues<PeriodForm>()
        .OrderBy(form => form is PeriodForm.Since ? 0 : form is PeriodForm.Days ? 2 : 1)
        .First(form => Has(scope, form));

    /// <summary>The period can be named so.</summary>
    public static bool Has(Scope scope, PeriodForm form) => form switch
    {
        PeriodForm.Day => scope.Period.Days == 1,
        PeriodForm.Week => scope.Period == WeekOf(scope.Period.From),
        PeriodForm.Since => scope.Codes.IsSinceDay,
        PeriodForm.Months => scope.Period.IsWholeMonths,
        _ => true,
    };

    /// <summary>The codes of the period nearest to the one shown that has the form.</summary>
    /// <param name="newest">The newest day with data.</param>
    public static ScopeCodes Nearest(Scope scope, PeriodForm form, DateOnly newest)
    {
        if (Has(scope, form))
            return scope.Codes;
        var last = scope.Period.Until.AddDays(-1);
        var day = last < newest ? last : newest;
        return form switch
        {
            PeriodForm.Day => scope.Codes.Over(new Period(day, day.AddDays(1))),
            PeriodForm.Week => scope.Codes.Over(WeekOf(day)),
            PeriodForm.Since => scope.Codes.Since(scope.Period.From),
            _ => scope.Codes.Over(MonthsOf(scope.Period.From, day, scope.Status.AsOf)),
        };
    }

    /// <summary>Monday to Sunday around a day.</summary>
    public static Period WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + DaysPerWeek - 1) % DaysPerWeek));
        return new Period(monday, monday.AddDays(DaysPerWeek));
    }

    // Of the month under way, which is no complete one, the month before.
    private static Period MonthsOf(DateOnly first, DateOnly last, DateOnly? asOf)
    {
        var end = asOf is { } known && last >= known ? Month.Of(known) - 1 : Month.Of(last);
        return new Period((Month.Of(first) < end ? Month.Of(first) : end).First, end.Until);
    }
}
