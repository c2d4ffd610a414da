namespace CrimeInsight.Core.Forecasting;

/// <summary>How much of a festival, or of the time after a shift, falls in each step of a series.</summary>
internal static class CalendarExposure
{
    private const int Harmonics = 6;
    private const double DaysPerYear = 365.25;
    private const int MonthsPerYear = 12;

    /// <summary>Per step, the share of the days around a festival that lie in it; 1 when all of them do.</summary>
    public static double[] Of(SeriesCalendar calendar, IEnumerable<DateOnly> festivalDays, int daysBefore, int daysAfter, int steps)
    {
        var exposure = new double[steps];
        var share = 1.0 / (daysBefore + 1 + daysAfter);
        foreach (var day in festivalDays)
        {
            for (var offset = -daysBefore; offset <= daysAfter; offset++)
            {
                var index = calendar.IndexOf(day.AddDays(offset));
                if ((uint)index < (uint)steps)
                    exposure[index] += share;
            }
        }

        return exposure;
    }

    /// <summary>Per step, the share of its days from a day on.</summary>
    public static double[] After(SeriesCalendar calendar, DateOnly from, int steps)
    {
        var exposure = new double[steps];
        for (var t = 0; t < steps; t++)
        {
            double first = calendar.DayOf(t).DayNumber, next = calendar.DayOf(t + 1).DayNumber;
            exposure[t] = Math.Clamp((next - from.DayNumber) / (next - first), 0, 1);
        }

        return exposure;
    }

    /// <summary>Sines and cosines of the year: for months all eleven, so that every month has its own effect; six pairs for weeks.</summary>
    public static List<double[]> Season(SeriesCalendar calendar, int steps)
    {
        var columns = new List<double[]>();
        for (var order = 1; order <= Harmonics; order++)
        {
            double[] cosine = new double[steps], sine = new double[steps];
            for (var t = 0; t < steps; t++)
                (sine[t], cosine[t]) = Math.SinCos(2 * Math.PI * order * ShareOfYear(calendar, t));
            columns.Add(cosine);
            if (calendar.Step == SeriesStep.Week || 2 * order < MonthsPerYear)
                columns.Add(sine);
        }

        return columns;
    }

    /// <summary>Place of a step in the year's profile: the month, or one of 52 weeks, from 0.</summary>
    public static int PlaceInYear(SeriesCalendar calendar, int index)
    {
        var day = calendar.DayOf(index);
        return calendar.Step == SeriesStep.Month ? day.Month - 1 : Math.Min((day.DayOfYear - 1) / 7, 51);
    }

    private static double ShareOfYear(SeriesCalendar calendar, int index)
    {
        var day = calendar.DayOf(index);
        return calendar.Step == SeriesStep.Month ? (day.Month - 1) / (double)MonthsPerYear : (day.DayNumber + 3) / DaysPerYear;
    }
}
