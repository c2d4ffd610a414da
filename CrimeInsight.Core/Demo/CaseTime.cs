namespace CrimeInsight.Core.Demo;

/// <summary>When a case took place and was reported.</summary>
internal readonly record struct CaseTime(DateOnly On, TimeOnly? At, DateTime? Until, DateOnly Reported)
{
    /// <summary>Share of cases whose hour nobody knows.</summary>
    public const double UnknownHourShare = 0.06;

    private const double RangeSpread = 0.6;
    private const double MostRangeHours = 30 * 24;

    /// <param name="asOf">Nothing is reported on or after this day.</param>
    public static CaseTime Sample(DateOnly on, HeadProfile profile, DateOnly asOf, DemoRandom random)
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
        if (known >= asOf)
            (until, known) = (null, on);
        var reported = known.AddDays(ReportingDelays.Sample(profile.Delay, random));
        // Drawn whether it is needed or not: what follows must not depend on the day as of which the case is seen.
        var sooner = known.AddDays(random.NextIndex(asOf.DayNumber - known.DayNumber));
        if (reported >= asOf)
            reported = sooner;
        return new CaseTime(on, at, until, reported);
    }

    private static DateTime RangeEnd(DateTime from, double medianHours, DemoRandom random)
    {
        var hours = medianHours * PortableMath.Exp(RangeSpread * random.NextNormal());
        return from.AddMinutes(15 * Math.Floor(4 * Math.Clamp(hours, 1, MostRangeHours)));
    }
}
