using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// What a forecast by month would be if a festival fell on another day: the months it leaves and enters are changed by its
/// estimated effect, and the interval of the change is that of the effect.
/// </summary>
public static class FestivalWhatIf
{
    private const double DaysPerWeek = 7;

    /// <param name="decomposition">Of the history the forecast follows, by month or by week.</param>
    /// <param name="firstMonth">Month of the first point.</param>
    /// <param name="forecast">Points of the months right after the history.</param>
    /// <param name="plannedDay">The festival's day by the calendar.</param>
    /// <param name="otherDay">The day to compare with.</param>
    public static FestivalWhatIfOutcome Run(
        DecompositionReport decomposition, DateOnly firstMonth, IReadOnlyList<double> forecast, string festivalKey, DateOnly plannedDay, DateOnly otherDay)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        ArgumentNullException.ThrowIfNull(forecast);
        var finding = decomposition.FestivalFindings.FirstOrDefault(one => one.Key == festivalKey);
        if (finding is null)
            return new FestivalWhatIfImpossible(FestivalWhatIfObstacle.UnknownFestival);
        if (finding.Estimate is not { } estimate)
            return new FestivalWhatIfImpossible(finding.Verdict == EffectVerdict.NotSeparable ? FestivalWhatIfObstacle.NotSeparable : FestivalWhatIfObstacle.TooFewSteps);
        var ahead = new SeriesCalendar(firstMonth, SeriesStep.Month, [], []);
        double[] Exposure(DateOnly day) => CalendarExposure.Of(ahead, [day], finding.DaysBefore, finding.DaysAfter, forecast.Count);
        double[] moved = Exposure(otherDay), planned = Exposure(plannedDay);
        if (moved.Sum() == 0 || planned.Sum() == 0)
            return new FestivalWhatIfImpossible(FestivalWhatIfObstacle.OutsideHorizon);
        ImmutableArray<double> After(double effect) =>
            [.. forecast.Select((mean, step) => Moved(decomposition, mean, DaysOf(ahead, step), effect, planned[step], moved[step]))];
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

    /// <summary>A month's mean with another share of the festival. An effect is of a month, or of a week as a part of it; as a factor or in cases.</summary>
    private static double Moved(DecompositionReport decomposition, double mean, double days, double effect, double planned, double moved) => decomposition switch
    {
        { IsMultiplicative: false } => mean + effect * (moved - planned),
        { Calendar.Step: SeriesStep.Month } => mean * Math.Pow(1 + effect, moved - planned),
        _ => mean * (1 + effect * moved * DaysPerWeek / days) / (1 + effect * planned * DaysPerWeek / days),
    };

    private static double DaysOf(SeriesCalendar calendar, int step) => calendar.DayOf(step + 1).DayNumber - calendar.DayOf(step).DayNumber;
}
