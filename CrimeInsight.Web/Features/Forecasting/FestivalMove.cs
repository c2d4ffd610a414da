using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>A festival moved to another of the months to come.</summary>
/// <param name="Key">The festival.</param>
/// <param name="PlannedDay">Its next day; null when the calendar does not know one in the months to come.</param>
/// <param name="Month">First day of the month it is moved to.</param>
/// <param name="Months">Months that can be chosen: those to come without its own.</param>
/// <param name="Outcome">What would change; null without a planned day.</param>
public sealed record FestivalMove(string Key, DateOnly? PlannedDay, DateOnly Month, ImmutableArray<DateOnly> Months, FestivalWhatIfOutcome? Outcome)
{
    /// <param name="key">Null or unknown: the one with the clearest effect.</param>
    /// <param name="month">Null or impossible: the month after its own, before it at the end.</param>
    public static FestivalMove Of(SeriesParts parts, MonthlyForecast forecast, string? key, DateOnly? month)
    {
        var effects = parts.Effects!;
        var means = ((ForecastReport)forecast.Outcome).Mean;
        var first = forecast.FirstMonth!.Value.AddMonths(forecast.History.Length);
        var until = first.AddMonths(means.Length);
        var chosen = key is not null && effects.Findings.Any(finding => finding.Key == key) ? key : Clearest(effects);
        DateOnly? planned = parts.Festivals.Where(holiday => holiday.Key == chosen && first <= holiday.Day && holiday.Day < until)
            .Select(holiday => (DateOnly?)holiday.Day).FirstOrDefault();
        var own = planned is { } day ? new DateOnly(day.Year, day.Month, 1) : first;
        ImmutableArray<DateOnly> months = [
            .. Enumerable.Range(0, means.Length).Select(first.AddMonths).Where(candidate => planned is null || candidate != own)];
        var target = month is { } wanted && months.Contains(wanted) ? wanted : months.FirstOrDefault(candidate => candidate > own, months[^1]);
        var outcome = planned is { } from ? FestivalWhatIf.Run(effects, first, means, chosen, from, InMonth(target, from.Day)) : null;
        return new FestivalMove(chosen, planned, target, months, outcome);
    }

    private static string Clearest(FestivalEffects effects) =>
        (effects.Findings.FirstOrDefault(finding => finding.Estimate is not null) ?? effects.Findings[0]).Key;

    private static DateOnly InMonth(DateOnly month, int day) => new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));
}
