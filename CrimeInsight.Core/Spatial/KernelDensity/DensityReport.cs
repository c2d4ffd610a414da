using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>A smoothed density. It shows where events are, not that they are more than chance puts there: that takes a test.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="BandwidthMetres">The bandwidth used; adaptive: the geometric mean of the events' bandwidths before trimming.</param>
/// <param name="IsBandwidthAutomatic">It was chosen by <see cref="BandwidthRule"/>.</param>
/// <param name="IsBinned">Events were first shared out to the centres of the cells around them, as there were more events than needed otherwise.</param>
/// <param name="PerSquareKilometre">Events (weights) per km² at the centre of each cell, in the order of the grid; in a density of space
/// and time per km² and day.</param>
public sealed record DensityReport(
    DensityRequest Request,
    DensityGrid Grid,
    double BandwidthMetres,
    bool IsBandwidthAutomatic,
    bool IsBinned,
    ImmutableArray<double> PerSquareKilometre);
