using System.Globalization;
using CrimeInsight.Core;

namespace CrimeInsight.Web.Cli;

/// <summary>A moment of a series, as written: a day, a month or a whole number.</summary>
/// <param name="Kind">How it was written.</param>
/// <param name="Number">Day number, months since year 0, or the number itself.</param>
internal readonly record struct SeriesTime(SeriesTimeKind Kind, int Number)
{
    private const int MonthsPerYear = 12;

    public DateOnly Day => DateOnly.FromDayNumber(Number);

    /// <summary>Months since year 0, of a day.</summary>
    public int Month => Day.Year * MonthsPerYear + Day.Month - 1;

    public bool IsLastOfMonth => Day.Day == DateTime.DaysInMonth(Day.Year, Day.Month);

    /// <exception cref="OperatorException">It is none of the three.</exception>
    public static SeriesTime Parse(string text, int row)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm:ss"], invariant, DateTimeStyles.None, out var day))
            return new SeriesTime(SeriesTimeKind.Day, day.DayNumber);
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"], invariant, DateTimeStyles.None, out var instant))
            return new SeriesTime(SeriesTimeKind.Day, DateOnly.FromDateTime(instant).DayNumber);
        if (DateOnly.TryParseExact(text, "yyyy-MM", invariant, DateTimeStyles.None, out var month))
            return new SeriesTime(SeriesTimeKind.Month, month.Year * MonthsPerYear + month.Month - 1);
        if (int.TryParse(text, NumberStyles.Integer, invariant, out var number))
            return new SeriesTime(SeriesTimeKind.Number, number);
        throw new OperatorException($"Row {row}: ds is '{text}'; write yyyy-MM-dd, yyyy-MM or a whole number.");
    }

    public override string ToString() => Kind switch
    {
        SeriesTimeKind.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SeriesTimeKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Number / MonthsPerYear:0000}-{Number % MonthsPerYear + 1:00}"),
        _ => Number.ToString(CultureInfo.InvariantCulture),
    };
}
