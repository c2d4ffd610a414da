using System.Collections.Immutable;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>A unit of forecasts.</summary>
/// <param name="Sets">The series that are forecast or made to add up; those a sample is taken from.</param>
internal sealed record ForecastUnit(ForecastUnitKind Kind, string Name, RunTurn Turn, long Work, ImmutableArray<SeriesSet> Sets) : RunUnit(Name, Turn, Work)
{
    public SeriesSet Set => Sets[0];
}
