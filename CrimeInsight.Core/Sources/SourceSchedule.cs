namespace CrimeInsight.Core.Sources;

/// <summary>When a source is read, by India's clock.</summary>
/// <param name="At">Time of day; of an hourly one only the minute counts.</param>
/// <param name="Weekday">Of a weekly one.</param>
/// <param name="Day">Of a monthly one, 1 … 31; in a shorter month its last day.</param>
public sealed record SourceSchedule(SourceRhythm Rhythm, TimeOnly At, DayOfWeek Weekday = DayOfWeek.Monday, int Day = 1)
{
    public const int MostDay = 31;
    private const int DaysOfWeek = 7;

    private static readonly TimeSpan s_india = TimeSpan.FromHours(5.5);

    /// <summary>The first time after a moment.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        var now = moment.ToOffset(s_india).DateTime;
        return new DateTimeOffset(Local(now), s_india).ToUniversalTime();
    }

    private DateTime Local(DateTime now)
    {
        switch (Rhythm)
        {
            case SourceRhythm.Hourly:
                var hour = now.Date.AddHours(now.Hour).AddMinutes(At.Minute);
                return hour > now ? hour : hour.AddHours(1);
            case SourceRhythm.Daily:
                var day = now.Date + At.ToTimeSpan();
                return day > now ? day : day.AddDays(1);
            case SourceRhythm.Weekly:
                var week = now.Date.AddDays((Weekday - now.DayOfWeek + DaysOfWeek) % DaysOfWeek) + At.ToTimeSpan();
                return week > now ? week : week.AddDays(DaysOfWeek);
            default:
                var month = InMonth(now.Year, now.Month);
                var next = now.Date.AddDays(1 - now.Day).AddMonths(1);
                return month > now ? month : InMonth(next.Year, next.Month);
        }
    }

    private DateTime InMonth(int year, int month) => new DateTime(year, month, Math.Min(Day, DateTime.DaysInMonth(year, month))) + At.ToTimeSpan();
}
