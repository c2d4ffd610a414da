using System.Globalization;
using CrimeInsight.Core.Sources;

namespace CrimeInsight.Tests.Core.Sources;

public sealed class SourceScheduleTests
{
    /// <summary>Times of India, five and a half hours ahead.</summary>
    [Theory]
    [InlineData(SourceRhythm.Hourly, "00:15", "2026-03-10T10:14", "2026-03-10T10:15")]
    [InlineData(SourceRhythm.Hourly, "00:15", "2026-03-10T10:15", "2026-03-10T11:15")]
    [InlineData(SourceRhythm.Hourly, "07:45", "2026-12-31T23:50", "2027-01-01T00:45")]
    [InlineData(SourceRhythm.Daily, "03:00", "2026-03-10T02:59", "2026-03-10T03:00")]
    [InlineData(SourceRhythm.Daily, "03:00", "2026-02-28T03:00", "2026-03-01T03:00")]
    [InlineData(SourceRhythm.Weekly, "03:00", "2026-03-09T02:00", "2026-03-09T03:00")]
    [InlineData(SourceRhythm.Weekly, "03:00", "2026-03-09T03:00", "2026-03-16T03:00")]
    [InlineData(SourceRhythm.Weekly, "03:00", "2026-03-15T12:00", "2026-03-16T03:00")]
    [InlineData(SourceRhythm.Monthly, "03:00", "2026-01-31T03:00", "2026-02-28T03:00")]
    [InlineData(SourceRhythm.Monthly, "03:00", "2026-01-30T12:00", "2026-01-31T03:00")]
    [InlineData(SourceRhythm.Monthly, "03:00", "2028-02-01T00:00", "2028-02-29T03:00")]
    [InlineData(SourceRhythm.Monthly, "03:00", "2026-12-31T04:00", "2027-01-31T03:00")]
    public void NextAfter_Moment_IsTheNextInIndia(SourceRhythm rhythm, string at, string now, string next)
    {
        var schedule = new SourceSchedule(rhythm, TimeOnly.Parse(at, CultureInfo.InvariantCulture), DayOfWeek.Monday, SourceSchedule.MostDay);
        Assert.Equal(India(next), schedule.NextAfter(India(now)));
    }

    private static DateTimeOffset India(string local) => DateTimeOffset.Parse(local + ":00+05:30", CultureInfo.InvariantCulture);
}
