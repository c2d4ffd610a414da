using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>Where events are more or less frequent than the population explains. All arrays are in the order of the grid.</summary>
/// <param name="Request">What was asked, defaults filled in.</param>
/// <param name="BandwidthMetres">The bandwidth used.</param>
/// <param name="Events">Events counted.</param>
/// <param name="HasPopulation">False where next to nobody lives; there the other arrays say nothing.</param>
/// <param name="LogRisk">ln(density of events/density of population), both summing to 1: 0 is the average, 0.69 twice it; −∞ where no
/// event is within reach of the kernel.</param>
/// <param name="P">One-sided for a risk above the average, not corrected; 1 − P for one below it. Tolerance contours are lines of equal P.</param>
/// <param name="PCorrected">Benjamini–Hochberg of <paramref name="P"/> over the cells with population.</param>
public sealed record RiskReport(
    RiskRequest Request,
    DensityGrid Grid,
    double BandwidthMetres,
    int Events,
    ImmutableArray<bool> HasPopulation,
    ImmutableArray<double> LogRisk,
    ImmutableArray<double> P,
    ImmutableArray<double> PCorrected);
