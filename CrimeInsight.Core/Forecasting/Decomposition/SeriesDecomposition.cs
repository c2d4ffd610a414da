using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// Takes a series apart into trend, known shifts, breaks of the level, season, festivals and remainder, and says of each whether it is more
/// than chance. Effects are estimated and tested in a regression with a wandering level (<see cref="LocalLevelRegression"/>):
/// season by F, festivals and shifts by t with Holm's correction, the trend by the KPSS test. What remains after the
/// festivals and shifts that passed is decomposed by robust, periodic STL. Counts of at least
/// <see cref="LeastForFactors"/> in every step are treated on logarithms, so that effects are factors.
/// Pure; about 2 ms for 60 months.
/// References: Cleveland et al. (1990), STL; Harvey and Durbin (1986), doi:10.2307/2981553; Holm (1979), Scandinavian
/// Journal of Statistics 6:65–70; Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, §4.3.
/// </summary>
public static class SeriesDecomposition
{
    /// <summary>Largest (corrected) p-value of an effect that is called present.</summary>
    public const double SignificanceLevel = 0.05;

    /// <summary>Least count of a step for effects as factors; logarithms of smaller counts are too skewed.</summary>
    public const double LeastForFactors = 5;

    private const int WeeksPerYear = 52;
    private const int MonthsPerYear = 12;
    private const int LeastMonthsBesideShift = 6;
    private const int LeastWeeksBesideShift = 12;

    /// <param name="values">Months or weeks without gaps, as the calendar's step says.</param>
    /// <param name="calendar">Of more festivals than there are main ones, only those are looked for.</param>
    /// <param name="areCounts">Values cannot be negative, and effects act as factors where counts are large enough.</param>
    /// <exception cref="ArgumentException">A value is not finite, or negative though counts.</exception>
    public static DecompositionOutcome Run(IReadOnlyList<double> values, SeriesCalendar calendar, bool areCounts = true)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(calendar);
        calendar = MainFestivals.Of(calendar);
        double[] series = [.. values];
        Guard.AllFinite(series, nameof(values));
        var seasonLength = calendar.Step == SeriesStep.Month ? MonthsPerYear : WeeksPerYear;
        if (series.Length < 2 * seasonLength)
            return new DecompositionImpossible(DecompositionObstacle.TooShort, 2 * seasonLength, series.Length);
        if (areCounts)
            Guard.Between(series.Min(), 0, double.MaxValue, nameof(values));
        if (series.All(value => value == series[0]))
            return new DecompositionImpossible(DecompositionObstacle.NeverVaries, 2 * seasonLength, series.Length);
        var isMultiplicative = areCounts && series.Min() >= LeastForFactors;
        double[] scaled = isMultiplicative ? [.. series.Select(value => Math.Log(value))] : series;
        var tested = Testable(calendar, series.Length);
        var model = EffectSearch.Run(scaled, calendar, seasonLength, [.. tested.Select(day => CalendarExposure.After(calendar, day, series.Length))],
            Beside(calendar), areCounts ? PoissonVariance(series, seasonLength, isMultiplicative) : 0);
        return new DecompositionParts(series, scaled, calendar, seasonLength, isMultiplicative, tested, model).Report();
    }

    /// <summary>
    /// What counts vary by at least, on the scale of the effects: the mean, or for logarithms its inverse, averaged over the
    /// years with the cases as weights. Without it a head that began with a new law, with no cases and no variance
    /// before, would make anything significant.
    /// </summary>
    private static double PoissonVariance(double[] counts, int seasonLength, bool isMultiplicative)
    {
        double sum = 0, squares = 0, year = 0;
        for (var t = 0; t < counts.Length; t++)
        {
            year += counts[t] - (t >= seasonLength ? counts[t - seasonLength] : 0);
            var mean = year / Math.Min(t + 1, seasonLength);
            sum += mean;
            squares += mean * mean;
        }

        return isMultiplicative ? sum / squares : squares / sum;
    }

    /// <summary>Known shifts with enough steps before and after.</summary>
    private static ImmutableArray<DateOnly> Testable(SeriesCalendar calendar, int steps)
    {
        var least = Beside(calendar);
        return [.. calendar.KnownShifts.Distinct().Where(day => calendar.IndexOf(day) >= least && steps - calendar.IndexOf(day) >= least)];
    }

    /// <summary>Fewest steps before and after a shift or break.</summary>
    private static int Beside(SeriesCalendar calendar) => calendar.Step == SeriesStep.Month ? LeastMonthsBesideShift : LeastWeeksBesideShift;
}
