using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>Everything the generator is calibrated to. The order of the lists is part of the input.</summary>
/// <param name="Heads">Leaves only.</param>
/// <param name="Figures">Of states and districts; a missing one is zero.</param>
public sealed record DemoInputs(
    ImmutableArray<DemoDistrict> Districts,
    ImmutableArray<DemoTown> Towns,
    ImmutableArray<DemoStation> Stations,
    ImmutableArray<DemoHead> Heads,
    ImmutableArray<DemoFigure> Figures,
    ImmutableArray<DemoStateRate> Rates,
    ImmutableArray<DemoFestivalDay> Festivals);
