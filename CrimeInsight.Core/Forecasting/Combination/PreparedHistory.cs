using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// The history as methods see it: gross errors and a gross shift taken out of every series (<see cref="GrossErrors"/>,
/// <see cref="GrossShift"/>), and where dates are known also known level shifts, breaks of the level and unusual steps, as far
/// as they pass their tests in <see cref="SeriesDecomposition"/>, unless its season is another than its calendar's.
/// Reference: Chen and Liu (1993), Joint estimation of model parameters and outlier effects in time series,
/// doi:10.1080/01621459.1993.10594321 (additive outliers and level shifts; here found in a regression with a wandering level).
/// </summary>
internal sealed record PreparedHistory(double[] Values, ImmutableArray<SeriesAdjustment> Adjustments)
{
    private const int MostGrossShifts = 3;

    /// <param name="came">The request's values without gross errors.</param>
    /// <param name="known">Only the first values are looked at; later ones stay as they are.</param>
    public static PreparedHistory Of(ForecastRequest request, ReadOnlySpan<double> came, int known)
    {
        var values = came.ToArray();
        var adjustments = ImmutableArray.CreateBuilder<SeriesAdjustment>();
        while (adjustments.Count < MostGrossShifts && GrossShift.Find(values.AsSpan(0, known), request.AreCounts) is { } shift)
            adjustments.Add(shift.Apply(values, request.AreCounts));
        if (request.Calendar is { } calendar && request.SeasonLength == calendar.SeasonLength
            && SeriesDecomposition.Run(values[..known], calendar, request.AreCounts) is DecompositionReport report)
            TakeOut(request, calendar, report, values, adjustments);
        return new PreparedHistory(values, adjustments.ToImmutable());
    }

    private static void TakeOut(
        ForecastRequest request, SeriesCalendar calendar, DecompositionReport report, double[] values, ImmutableArray<SeriesAdjustment>.Builder adjustments)
    {
        foreach (var step in report.UnusualSteps)
        {
            values[step.Index] = request.AreCounts ? Math.Max(step.Expected, 0) : step.Expected;
            adjustments.Add(new SeriesAdjustment(AdjustmentKind.Unusual, step.Index, step.Value, values[step.Index]));
        }

        foreach (var shift in report.ShiftFindings)
        {
            if (shift is not { Verdict: EffectVerdict.Present, Estimate: { } estimate })
                continue;
            var index = calendar.IndexOf(shift.Day);
            for (var t = 0; t < index; t++)
            {
                values[t] = report.IsMultiplicative ? values[t] * (1 + estimate.Effect) : values[t] + estimate.Effect;
                if (request.AreCounts)
                    values[t] = Math.Max(values[t], 0);
            }

            adjustments.Add(new SeriesAdjustment(AdjustmentKind.Shift, index, 0, estimate.Effect));
        }
    }
}
