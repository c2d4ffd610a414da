using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Evaluation;

/// <summary>What one method said at every origin of a series.</summary>
/// <param name="Forecasts">One per origin, oldest first.</param>
internal sealed record MethodRun(string Name, bool IsBaseline, MethodForecast[] Forecasts);
