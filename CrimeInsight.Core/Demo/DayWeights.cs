using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// Expected relative cases of each day of a year for a head in a state: month × weekday × lockdown × festivals × trend
/// within the year × reclassification.
/// </summary>
internal sealed class DayWeights(DemoIndex index, OfficialFigures figures, ImmutableArray<DemoFestivalDay> festivals)
{
    private readonly ILookup<string, DemoFestivalDay> _festivals = festivals.ToLookup(festival => festival.Key);

    /// <summary>One weight a day, 1 January first.</summary>
    public double[] Of(int state, int head, int year, bool withShifts = true)
    {
        var profile = index.Profiles[head];
        var first = new DateOnly(year, 1, 1);
        var weights = new double[DateTime.IsLeapYear(year) ? 366 : 365];
        var months = Seasons.MonthsOf(profile.Season);
        var weekdays = Seasons.WeekdaysOf(profile.Season);
        var slope = figures.SlopeOf(state, head, year);
        for (var day = 0; day < weights.Length; day++)
        {
            var date = first.AddDays(day);
            weights[day] = months[date.Month - 1]
                * weekdays[((int)date.DayOfWeek + 6) % 7]
                * Lockdown.At(date, profile.Lockdown)
                * (1 + slope * ((day + 0.5) / weights.Length - 0.5));
        }

        ApplyFestivals(weights, first, index.Heads[head].Code, index.States[state]);
        if (withShifts)
            ApplyShifts(weights, first, index.Heads[head].Code);
        return weights;
    }

    private void ApplyFestivals(double[] weights, DateOnly first, string headCode, string stateCode)
    {
        foreach (var effect in PlantedEffects.Festivals)
        {
            if (effect.HeadCode != headCode)
                continue;
            var days = new SortedSet<int>();
            foreach (var festival in _festivals[effect.FestivalKey])
                if (festival.StateCodes.IsDefaultOrEmpty || festival.StateCodes.Contains(stateCode))
                    for (var day = effect.FromDay; day < effect.UntilDay; day++)
                        days.Add(festival.Day.DayNumber + day - first.DayNumber);
            foreach (var day in days)
                if ((uint)day < (uint)weights.Length)
                    weights[day] *= effect.Multiplier;
        }
    }

    private static void ApplyShifts(double[] weights, DateOnly first, string headCode)
    {
        var left = 1.0;
        foreach (var shift in PlantedEffects.Shifts)
        {
            var from = Math.Clamp(shift.From.DayNumber - first.DayNumber, 0, weights.Length);
            if (shift.ToHeadCode == headCode)
                weights.AsSpan(0, from).Clear();
            if (shift.FromHeadCode == headCode)
                left -= shift.Share;
        }

        var start = Math.Clamp(PlantedEffects.BnsFrom.DayNumber - first.DayNumber, 0, weights.Length);
        for (var day = start; day < weights.Length; day++)
            weights[day] *= left;
    }
}
