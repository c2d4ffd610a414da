using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Data.Queries;

/// <summary>One of the periods a query reads: its own, or one it is compared with.</summary>
/// <param name="MonthShift">Months added to a row's month, so that its keys are those of the row it is compared with.</param>
internal sealed record QuerySlice(int Index, Period Period, int MonthShift)
{
    public const int Current = 0;
    public const int Previous = 1;
    public const int LastYear = 2;
    public const int Count = 3;

    public static IEnumerable<QuerySlice> Of(ResolvedQuery resolved)
    {
        var period = resolved.Query.Period;
        yield return new(Current, period, 0);
        if (resolved.HasAny(QueryCatalogue.ComparesPrevious))
            yield return PreviousOf(resolved, period);
        if (resolved.HasAny(QueryCatalogue.ComparesLastYear))
            yield return new(LastYear, period.LastYear(), 12);
    }

    // A row of one month or year is compared with the month or year before it, not with the period before the whole.
    private static QuerySlice PreviousOf(ResolvedQuery resolved, Period period)
    {
        var shift = resolved.Has(Dimension.Month) ? 1 : resolved.Has(Dimension.Year) ? 12 : 0;
        return shift == 0
            ? new(Previous, period.Previous(), 0)
            : new(Previous, new Period(period.From.AddMonths(-shift), period.Until.AddMonths(-shift)), shift);
    }
}
