using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// The history as methods see it: with known level shifts, breaks of the level and unusual steps, as far as they pass
/// their tests in <see cref="SeriesDecomposition"/>, taken out. Needs dates; a series without calendar is taken as it stands, and so is one
/// with a season other than its calendar's.
/// Reference: Chen and Liu (1993), Joint estimation of model parameters and outlier effects in time series,
/// doi:10.1080/01621459.1993.10594321 (additive outliers and level shifts; here found in a regression with a wandering level).
/// </summary>
internal sealed record PreparedHistory(double[] Values, ImmutableArray<SeriesAdjustment> Adjustments)
{
    /// <param name="known">Only the first values are looked at; later ones stay as they are.</param>
    public static PreparedHistory Of(ForecastRequest request, int known)
    {
        var values = request.Values.AsSpan().ToArray();
        if (request.Calendar is not { } calendar || request.SeasonLength != calendar.SeasonLength)
            return new PreparedHistory(values, []);
        if (SeriesDecomposition.Run(values[..known], calendar, request.AreCounts) is not DecompositionReport report)
            return new PreparedHistory(values, []);
        var adjustments = ImmutableArray.CreateBuilder<SeriesAdjustment>();
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

        return new PreparedHistory(values, adjustments.ToImmutable());
    }
}
