using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Density;
using CrimeInsight.Core.Spatial.Clustering.Places;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>
/// DBSCAN (Ester, Kriegel, Sander, Xu 1996): a core point has at least minPoints points within ε, itself among them; core
/// points within ε of each other share a cluster; other points within ε of a core point are its border; the rest is noise.
/// With a reach in time as well (ST-DBSCAN, Birant and Kut 2007, §3, without their third threshold on other attributes),
/// neighbours are within ε metres and within εₜ days.
/// </summary>
/// <remarks>
/// Exact: core points, noise and the partition of core points equal the definition. Clusters are numbered by their first core
/// point, and a border point several clusters reach goes to the lowest number, which is what scikit-learn's visiting order does.
/// Cells of side ε/√2 make it about linear in the number of points, also where many coincide (Gunawan 2013; Gan and Tao 2015,
/// doi:10.1145/2723372.2737792, §4). Degrees are compared by great-circle distance.
/// </remarks>
public static class Dbscan
{
    private const double LeastDegreesEps = 0.01;

    /// <param name="points">All metres or all degrees.</param>
    /// <param name="progress">Share done, 0 … 1.</param>
    /// <exception cref="ArgumentException">ε is too small for the extent, or degrees lie near a pole or across the date line.</exception>
    public static DensityReport Run(
        PointSet points, DbscanRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Run(points, [], double.PositiveInfinity, request.EpsMetres, request.MinPoints, progress, cancellationToken);

    /// <param name="points">All metres or all degrees.</param>
    /// <param name="days">Moment of each point, days from any origin.</param>
    /// <param name="progress">Share done, 0 … 1.</param>
    /// <exception cref="ArgumentException">The lists differ in length, a moment is not finite, ε is too small for the extent, or degrees lie near a pole or
    /// across the date line.</exception>
    public static DensityReport Run(
        PointSet points, ReadOnlySpan<double> days, SpaceTimeDbscanRequest request, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (days.Length != points.Count)
            throw new ArgumentException($"days has {days.Length} values for {points.Count} points; give one for each point.", nameof(days));
        Guard.AllFinite(days);
        return Run(points, days, request.EpsDays, request.EpsMetres, request.MinPoints, progress, cancellationToken);
    }

    private static DensityReport Run(
        PointSet points, ReadOnlySpan<double> days, double epsDays, double epsMetres, int minPoints, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        if (points.Count == 0)
            return new DensityReport(0, [], []);
        if (points is DegreePoints && epsMetres < LeastDegreesEps)
            throw new ArgumentOutOfRangeException(
                nameof(epsMetres), epsMetres, $"epsMetres must be {LeastDegreesEps} or more for degrees, which are not known more finely.");
        CellRows rows = points is MetrePoints plane ? new PlaneRows(plane, epsMetres) : new SphereRows((DegreePoints)points, epsMetres);
        var grid = CellGrid.Build(rows, points.Count, days, epsDays);
        var chord = points.ChordOf(epsMetres);
        var reach = new Reach(chord * chord, epsDays);
        var (labels, isCore) = (new int[points.Count], new bool[points.Count]);
        var clusters = points is MetrePoints flat && days.IsEmpty
            ? new DensitySearch<FlatPlace>(Places(flat, grid.Order), grid, reach, minPoints, progress, cancellationToken).Run(labels, isCore)
            : new DensitySearch<FullPlace>(Places(points, days, grid.Order), grid, reach, minPoints, progress, cancellationToken).Run(labels, isCore);
        return new DensityReport(clusters, ImmutableCollectionsMarshal.AsImmutableArray(labels), ImmutableCollectionsMarshal.AsImmutableArray(isCore));
    }

    private static FlatPlace[] Places(MetrePoints points, int[] order)
    {
        var places = new FlatPlace[order.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = new FlatPlace(points.X[order[i]], points.Y[order[i]]);
        return places;
    }

    private static FullPlace[] Places(PointSet points, ReadOnlySpan<double> days, int[] order)
    {
        var spots = Spot.Of(points);
        var places = new FullPlace[order.Length];
        for (var i = 0; i < places.Length; i++)
        {
            ref readonly var spot = ref spots[order[i]];
            places[i] = new FullPlace(spot.X, spot.Y, spot.Z, days.IsEmpty ? 0 : days[order[i]]);
        }

        return places;
    }
}
