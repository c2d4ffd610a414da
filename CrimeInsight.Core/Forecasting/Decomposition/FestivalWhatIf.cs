using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// What a forecast would be if a festival fell on another day: the months it leaves and enters are changed by its
/// estimated effect, and the interval of the change is that of the effect.
/// </summary>
public static class FestivalWhatIf
{
    /// <param name="decomposition">Of the history the forecast follows.</param>
    /// <param name="forecast">Points of the steps right after the history.</param>
    /// <param name="plannedDay">The festival's day by the calendar.</param>
    /// <param name="otherDay">The day to compare with.</param>
    public static FestivalWhatIfOutcome Run(DecompositionReport decomposition, IReadOnlyList<double> forecast, string festivalKey, DateOnly plannedDay, DateOnly otherDay)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        ArgumentNullException.ThrowIfNull(forecast);
        var finding = decomposition.FestivalFindings.FirstOrDefault(one => one.Key == festivalKey);
        if (finding is null)
            return new FestivalWhatIfImpossible(FestivalWhatIfObstacle.UnknownFestival);
        if (finding.Estimate is not { } estimate)
            return new FestivalWhatIfImpossible(finding.Verdict == EffectVerdict.NotSeparable ? FestivalWhatIfObstacle.NotSeparable : FestivalWhatIfObstacle.TooFewSteps);
        double[] moved = Exposure(decomposition, forecast.Count, finding, otherDay), planned = Exposure(decomposition, forecast.Count, finding, plannedDay);
        if (moved.Sum() == 0 || planned.Sum() == 0)
            return new FestivalWhatIfImpossible(FestivalWhatIfObstacle.OutsideHorizon);
        var change = moved.Select((share, step) => share - planned[step]).ToArray();
        ImmutableArray<double> After(double effect) =>
            [.. forecast.Select((mean, step) => decomposition.IsMultiplicative ? mean * Math.Pow(1 + effect, change[step]) : mean + effect * change[step])];
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

    private static double[] Exposure(DecompositionReport decomposition, int steps, FestivalFinding finding, DateOnly day)
    {
        var history = decomposition.Values.Length;
        return CalendarExposure.Of(decomposition.Calendar, [day], finding.DaysBefore, finding.DaysAfter, history + steps)[history..];
    }
}
