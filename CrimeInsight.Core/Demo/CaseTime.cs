namespace CrimeInsight.Core.Demo;

/// <summary>When a case took place and was reported: the day it is registered.</summary>
internal readonly record struct CaseTime(DateOnly On, TimeOnly? At, DateTime? Until, DateOnly Reported)
{
    /// <summary>Share of cases whose hour nobody knows.</summary>
    public const double UnknownHourShare = 0.06;

    private const double RangeSpread = 0.6;
    private const double MostRangeHours = 30 * 24;

    // 52 weeks: the weekday stays.
    private const int DaysBack = 364;

    /// <param name="on">Planned day of the offence.</param>
    /// <param name="firstDay">First day the head is known.</param>
    /// <param name="yearEnd">Day after the year of <paramref name="on"/>, in which the case is registered.</param>
    public static CaseTime Sample(DateOnly on, HeadProfile profile, DateOnly firstDay, DateOnly yearEnd, DemoRandom random)
    {
        TimeOnly? at = null;
        DateTime? until = null;
        if (random.NextUnit() >= UnknownHourShare)
        {
            at = new TimeOnly(HourShapes.TableOf(profile.Hours).Sample(random), 5 * HourShapes.Minutes.Sample(random));
            if (profile.RangeShare > 0 && random.NextUnit() < profile.RangeShare)
                until = RangeEnd(on.ToDateTime(at.Value), profile.RangeMedianHours, random);
        }

        var known = until is { } end ? DateOnly.FromDateTime(end) : on;
        var reported = known.AddDays(ReportingDelays.Sample(profile.Delay, random));
        return new CaseTime(on, at, until, reported).Within(firstDay, yearEnd);
    }

    // Of the cases of a year that would be registered after it, as many of the years before are registered in it: they take place
    // that much earlier, at the same time of the year. A head that was not known then has no such delay.
    private CaseTime Within(DateOnly firstDay, DateOnly yearEnd)
    {
        var days = 0;
        while (Reported.AddDays(-days) >= yearEnd)
            days += DaysBack;
        return days == 0 ? this
            : On.AddDays(-days) < firstDay ? this with { Until = null, Reported = On }
            : new CaseTime(On.AddDays(-days), At, Until?.AddDays(-days), Reported.AddDays(-days));
    }

    private static DateTime RangeEnd(DateTime from, double medianHours, DemoRandom random)
    {
        var hours = medianHours * PortableMath.Exp(RangeSpread * random.NextNormal());
        return from.AddMinutes(15 * Math.Floor(4 * Math.Clamp(hours, 1, MostRangeHours)));
    }
}
