using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;

namespace CrimeInsight.Data.Forecasting;

/// <summary>The complete months or weeks that forecasts rest on.</summary>
/// <param name="From">First day of the first.</param>
/// <param name="Length">How many; 0 while there are no data.</param>
internal sealed record HistorySpan(DateOnly From, SeriesStep Step, int Length)
{
    /// <summary>Five years of weeks.</summary>
    public const int MostWeeks = 260;

    private const int DaysPerWeek = 7;

    public DateOnly Until => Step == SeriesStep.Month ? From.AddMonths(Length) : From.AddDays(DaysPerWeek * Length);

    /// <param name="firstMonth">First month with incidents.</param>
    /// <param name="asOf">First day after the last complete month.</param>
    public static HistorySpan Of(SeriesStep step, DateOnly firstMonth, DateOnly asOf)
    {
        if (step == SeriesStep.Month)
        {
            var months = Math.Clamp((asOf.Year - firstMonth.Year) * 12 + asOf.Month - firstMonth.Month, 0, ForecastAnalysis.MostMonths);
            return new HistorySpan(asOf.AddMonths(-months), step, months);
        }

        // Weeks begin on Mondays: day 0 of the calendar is one.
        var until = asOf.DayNumber / DaysPerWeek * DaysPerWeek;
        var first = (firstMonth.DayNumber + DaysPerWeek - 1) / DaysPerWeek * DaysPerWeek;
        var weeks = Math.Clamp((until - first) / DaysPerWeek, 0, MostWeeks);
        return new HistorySpan(DateOnly.FromDayNumber(until - weeks * DaysPerWeek), step, weeks);
    }
}
