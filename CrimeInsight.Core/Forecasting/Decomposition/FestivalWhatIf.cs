using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// What a forecast by month would be if a festival fell on another day: the months it leaves and enters are changed by its
/// estimated effect, and the interval of the change is that of the effect.
/// </summary>
public static class FestivalWhatIf
{
    /// <param name="effects">In the history the forecast follows.</param>
    /// <param name="firstMonth">Month of the first point.</param>
    /// <param name="forecast">Points of the months right after the history.</param>
    /// <param name="plannedDay">The festival's day by the calendar.</param>
    /// <param name="otherDay">The day to compare with.</param>
    public static FestivalWhatIfOutcome Run(
        FestivalEffects effects, DateOnly firstMonth, IReadOnlyList<double> forecast, string festivalKey, DateOnly plannedDay, DateOnly otherDay)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(forecast);
        var finding = effects.Findings.FirstOrDefault(one => one.Key == festivalKey);
        if (finding is null)
            return new FestivalWhatIfImpossible(FestivalWhatIfObstacle.UnknownFestival);
        if (finding.Estimate is not { } estimate)
            return new FestivalWhatIfImpossible(finding.Verdict == EffectVerdict.NotSeparable ? FestivalWhatIfObstacle.NotSeparable
                : FestivalWhatIfObstacle.TooFewSteps);
        var ahead = new SeriesCalendar(firstMonth, SeriesStep.Month, [], []);
        double[] Exposure(DateOnly day) => CalendarExposure.Of(ahead, [day], finding.DaysBefore, finding.DaysAfter, forecast.Count);
        double[] moved = Exposure(otherDay), planned = Exposure(plannedDay);
        if (moved.Sum() == 0 || planned.Sum() == 0)
            return new FestivalWhatIfImpossible(FestivalWhatIfObstacle.OutsideHorizon);
        var length = finding.DaysBefore + 1 + finding.DaysAfter;
        ImmutableArray<double> After(double effect) =>
            [.. forecast.Select((mean, step) => Moved(effects, mean, length / DaysOf(ahead, step), effect, planned[step], moved[step]))];
        var (middle, one, other) = (After(estimate.Effect), After(estimate.Lower95), After(estimate.Upper95));
        return new FestivalWhatIfReport(
            festivalKey,
            plannedDay,
            otherDay,
            [.. forecast],
            middle,
            [.. one.Select((value, step) => Math.Min(value, other[step]) - forecast[step])],
            [.. one.Select((value, step) => Math.Max(value, other[step]) - forecast[step])],
            estimate,
            finding.Verdict == EffectVerdict.Present);
    }

    /// <summary>A month's mean with another share of the festival.</summary>
    /// <param name="part">Part of the month that the festival's days are.</param>
    private static double Moved(FestivalEffects effects, double mean, double part, double effect, double planned, double moved) => effects switch
    {
        { IsByDay: true } => mean * (1 + effect * moved * part) / (1 + effect * planned * part),
        { IsFactor: true } => mean * Math.Pow(1 + effect, moved - planned),
        _ => mean + effect * (moved - planned),
    };

    private static double DaysOf(SeriesCalendar calendar, int step) => calendar.DayOf(step + 1).DayNumber - calendar.DayOf(step).DayNumber;
}
