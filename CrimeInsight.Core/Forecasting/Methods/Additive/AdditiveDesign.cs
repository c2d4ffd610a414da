using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>
/// Times, change points and regressors of the additive model for a history and the steps after it. With a calendar, time
/// is measured in days and the season in years of 365.25 days; without, in steps.
/// </summary>
internal sealed class AdditiveDesign
{
    private const int MostChangePoints = 25;
    private const double ChangeRange = 0.8;
    private const int FourierOrder = 10;
    private const double DaysPerYear = 365.25;
    private const int EpochDay = 719162;
    private const int DaysBeforeFestival = 5;
    private const int DaysAfterFestival = 2;

    /// <param name="length">Values of the history, at least 3.</param>
    /// <param name="steps">Values and steps to forecast.</param>
    public AdditiveDesign(int length, int steps, int seasonLength, SeriesCalendar? calendar)
    {
        Length = length;
        var days = new double[steps];
        for (var t = 0; t < steps; t++)
            days[t] = calendar?.DayOf(t).DayNumber - EpochDay ?? t;
        var (first, span) = (days[0], days[length - 1] - days[0]);
        Times = [.. days.Select(day => (day - first) / span)];
        ChangePoints = [.. Changes(length).Select(index => Times[index])];
        double[][] season = [.. Season(days, seasonLength, calendar)];
        SeasonCount = season.Length;
        Columns = [.. season, .. Festivals(calendar is null ? null : MainFestivals.Of(calendar), length, steps)];
    }

    public int Length { get; }

    /// <summary>0 at the first value, 1 at the last.</summary>
    public double[] Times { get; }

    /// <summary>Times at which the slope may change.</summary>
    public double[] ChangePoints { get; }

    /// <summary>Sines and cosines of the year, then one column per festival; over history and future.</summary>
    public double[][] Columns { get; }

    /// <summary>How many of the columns are of the season.</summary>
    public int SeasonCount { get; }

    /// <summary>Evenly spread over the first 80 % of the history, the first value left out.</summary>
    private static IEnumerable<int> Changes(int length)
    {
        var range = (int)Math.Floor(length * ChangeRange);
        var count = Math.Min(MostChangePoints, range - 1);
        for (var i = 1; i <= count; i++)
            yield return (int)Math.Round(1 + i * (range - 1.0) / count, MidpointRounding.ToEven) - 1;
    }

    private static IEnumerable<double[]> Season(double[] days, int seasonLength, SeriesCalendar? calendar)
    {
        if (seasonLength < 2)
            yield break;
        var period = calendar is null ? seasonLength : DaysPerYear;
        var orders = calendar is null ? Math.Min(FourierOrder, seasonLength / 2) : FourierOrder;
        for (var order = 1; order <= orders; order++)
        {
            yield return [.. days.Select(day => Math.Sin(2 * Math.PI * order * day / period))];
            yield return [.. days.Select(day => Math.Cos(2 * Math.PI * order * day / period))];
        }
    }

    /// <summary>Festivals that occur within the history.</summary>
    private static IEnumerable<double[]> Festivals(SeriesCalendar? calendar, int length, int steps) =>
        calendar is null
            ? []
            : calendar.Festivals.GroupBy(festival => festival.Key, festival => festival.Day)
                .Select(days => CalendarExposure.Of(calendar, days, DaysBeforeFestival, DaysAfterFestival, steps))
                .Where(column => column.AsSpan(0, length).ContainsAnyExcept(0.0));
}
