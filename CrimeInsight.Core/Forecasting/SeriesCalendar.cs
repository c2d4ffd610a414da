using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>What is known of the dates behind a series, now and in its future.</summary>
/// <param name="From">First day of the first value: the first of a month, or a Monday.</param>
/// <param name="Step">Distance of two values.</param>
/// <param name="Festivals">Days of festivals, past and to come; in any order.</param>
/// <param name="KnownShifts">First days of known level shifts, such as 2024-07-01, when the BNS replaced the IPC.</param>
public sealed record SeriesCalendar(DateOnly From, SeriesStep Step, ImmutableArray<Festival> Festivals, ImmutableArray<DateOnly> KnownShifts)
{
    private const int DaysPerWeek = 7;
    private const int MonthsPerYear = 12;
    private const int WeeksPerYear = 52;

    /// <summary>Steps of a year.</summary>
    public int SeasonLength => Step == SeriesStep.Month ? MonthsPerYear : WeeksPerYear;

    /// <summary>First day of the value at an index, which may lie beyond the series.</summary>
    public DateOnly DayOf(int index) => Step == SeriesStep.Month ? From.AddMonths(index) : From.AddDays(DaysPerWeek * index);

    /// <summary>Index of the value a day belongs to; negative before the series.</summary>
    public int IndexOf(DateOnly day) => Step == SeriesStep.Month
        ? (day.Year - From.Year) * MonthsPerYear + day.Month - From.Month
        : (int)Math.Floor((day.DayNumber - From.DayNumber) / (double)DaysPerWeek);
}
