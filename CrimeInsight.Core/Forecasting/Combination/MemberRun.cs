using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>What one method said at every origin and says now, kept small: panels hold thousands.</summary>
/// <param name="Mean">Per origin, per step.</param>
/// <param name="Deviations">Per origin, per step.</param>
/// <param name="FinalMean">One per step.</param>
/// <param name="FinalDeviations">One per step.</param>
internal sealed record MemberRun(string Name, float[][] Mean, float[][] Deviations, double[] FinalMean, double[] FinalDeviations)
{
    public static MemberRun Of(MethodRun run, MethodForecast final) => new(
        run.Name,
        [.. run.Forecasts.Select(forecast => Small(forecast.Mean))],
        [.. run.Forecasts.Select(forecast => Small(forecast.Deviations))],
        final.Mean,
        final.Deviations);

    private static float[] Small(double[] values) => Array.ConvertAll(values, value => (float)value);
}
