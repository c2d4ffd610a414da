using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// A series taken apart: values = trend + shifts + season + festivals + remainder, all in the unit of the values, one
/// per step. Season, festivals and shifts that did not pass their test at <see cref="SeriesDecomposition.SignificanceLevel"/>
/// are zero and stay in the remainder.
/// </summary>
/// <param name="IsMultiplicative">Effects were estimated as factors (on logarithms); otherwise as differences.</param>
/// <param name="Trend">The level: smooth but for the breaks that were found, without the known shifts.</param>
/// <param name="FestivalFindings">One per key of the calendar, most significant first.</param>
/// <param name="ShiftFindings">One per known shift, in the calendar's order, then the breaks that were found, in time order.</param>
/// <param name="UnusualSteps">Steps far from everything else, in time order. They stay in the values and the remainder.</param>
/// <param name="NoiseDeviation">Standard deviation of the remainder.</param>
public sealed record DecompositionReport(
    SeriesCalendar Calendar,
    bool IsMultiplicative,
    ImmutableArray<double> Values,
    ImmutableArray<double> Trend,
    ImmutableArray<double> Shifts,
    ImmutableArray<double> Season,
    ImmutableArray<double> Festivals,
    ImmutableArray<double> Remainder,
    TrendFinding TrendFinding,
    SeasonFinding SeasonFinding,
    ImmutableArray<FestivalFinding> FestivalFindings,
    ImmutableArray<ShiftFinding> ShiftFindings,
    ImmutableArray<UnusualStep> UnusualSteps,
    double NoiseDeviation) : DecompositionOutcome;
