using System.Collections.Immutable;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Forecasting;

/// <summary>A forecast of registered cases by month, with the history it rests on.</summary>
/// <param name="FirstMonth">Month of the first history value; null while there is no data.</param>
/// <param name="History">Cases of each complete month, without gaps: months without cases are 0; empty when some are withheld.</param>
/// <param name="Outcome">Report or reason; step h of a report is the month <c>FirstMonth + History.Length + h − 1</c>.</param>
/// <param name="DataVersion">Version of the data that answered.</param>
public sealed record MonthlyForecast(DateOnly? FirstMonth, ImmutableArray<double> History, ForecastOutcome Outcome, long DataVersion)
{
    /// <summary>Cases that may not be told apart by month, where that is why there is no forecast.</summary>
    public WithheldCases? Withheld { get; init; }
}
