using System.Globalization;

namespace CrimeInsight.Web.Cli;

/// <summary>A moment of a series, as written: a day, a month or a whole number.</summary>
/// <param name="Kind">How it was written.</param>
/// <param name="Number">Day number, months since year 0, or the number itself.</param>
internal readonly record struct SeriesTime(SeriesTimeKind Kind, int Number)
{
    private const int MonthsPerYear = 12;

    private static readonly string[] s_dayFormats = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    public DateOnly Day => DateOnly.FromDayNumber(Number);

    /// <summary>Months since year 0, of a day.</summary>
    public int Month => Day.Year * MonthsPerYear + Day.Month - 1;

    public bool IsLastOfMonth => Day.Day == DateTime.DaysInMonth(Day.Year, Day.Month);

    public static SeriesTime OfDay(DateOnly day) => new(SeriesTimeKind.Day, day.DayNumber);

    public static SeriesTime OfMonth(DateOnly month) => new(SeriesTimeKind.Month, month.Year * MonthsPerYear + month.Month - 1);

    /// <returns>Null when it is none of the three.</returns>
    public static SeriesTime? Parse(ReadOnlySpan<char> text)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, s_dayFormats, invariant, DateTimeStyles.None, out var instant))
            return OfDay(DateOnly.FromDateTime(instant));
        if (Core.Incidents.Month.Read(text) is { } month)
            return OfMonth(month.First);
        return int.TryParse(text, NumberStyles.Integer, invariant, out var number) ? new SeriesTime(SeriesTimeKind.Number, number) : null;
    }

    public override string ToString() => Kind switch
    {
        SeriesTimeKind.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SeriesTimeKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Number / MonthsPerYear:0000}-{Number % MonthsPerYear + 1:00}"),
        _ => Number.ToString(CultureInfo.InvariantCulture),
    };
}
