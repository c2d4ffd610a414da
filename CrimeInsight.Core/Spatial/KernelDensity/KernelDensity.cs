using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>
/// Kernel density of events on a grid of metres, fixed or adaptive, in space or in space and time. Silverman (1986), Density Estimation,
/// ch. 4 and 5. Exact at the centres of the cells unless the report says binned. Edges are not corrected: near the end of the area the
/// events come from, the density is too low. Pure; threads change no digit.
/// </summary>
public static class KernelDensity
{
    private const double SquareMetresPerSquareKilometre = 1e6;

    /// <summary>Density of all events.</summary>
    /// <param name="weights">Weight of each event, finite and 0 or more; null: 1 each.</param>
    /// <exception cref="ArgumentException">A weight is not valid, or there is no bandwidth and the events do not give one.</exception>
    public static DensityReport Estimate(
        MetrePoints points, DensityGrid grid, DensityRequest request, IReadOnlyList<double>? weights = null, int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(request);
        Guard.Between(threads, 1, int.MaxValue);
        var own = Weights(points, weights);
        var bandwidth = BandwidthOf(points, request);
        var isBinned = !request.IsAdaptive && IsBinned(points.Count, grid, request.Kernel, bandwidth);
        var surface = request.IsAdaptive
            ? Adaptive(points, own, grid, request.Kernel, bandwidth, threads, cancellationToken)
            : Fixed(points, own, grid, request.Kernel, bandwidth, isBinned, threads, cancellationToken);
        for (var cell = 0; cell < surface.Length; cell++)
            surface[cell] *= SquareMetresPerSquareKilometre;
        return new DensityReport(request, grid, bandwidth, request.BandwidthMetres is null, isBinned, ImmutableCollectionsMarshal.AsImmutableArray(surface));
    }

    /// <summary>Density at a moment: each event weighs less the further it is away in time. Per km² and day.</summary>
    /// <param name="days">When each event was.</param>
    /// <param name="atDay">The moment, counted as <paramref name="days"/>.</param>
    /// <inheritdoc cref="Estimate"/>
    public static DensityReport EstimateAt(
        MetrePoints points, IReadOnlyList<double> days, double atDay, TimeKernel time, DensityGrid grid, DensityRequest request, int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(time);
        Guard.Finite(atDay);
        if (days.Count != points.Count)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {days.Count} days for {points.Count} events; give one for each."), nameof(days));
        Guard.AllFinite(days.ToArray(), nameof(days));
        return Estimate(points, grid, request, [.. days.Select(day => time.WeightOf(atDay - day))], threads, cancellationToken);
    }

    /// <summary>Where events are many and cells fine, sharing events out to cells first is much faster and hardly less exact.</summary>
    internal static bool IsBinned(int events, DensityGrid grid, DensityKernel kernel, double bandwidth) =>
        kernel == DensityKernel.Gaussian && events > grid.Columns + grid.Rows && events > grid.Count / 16
        && bandwidth >= LinearBins.LeastCellsPerBandwidth * grid.CellMetres;

    /// <summary>Per square metre.</summary>
    internal static double[] Fixed(
        MetrePoints points, double[] weights, DensityGrid grid, DensityKernel kernel, double bandwidth, bool isBinned, int threads,
        CancellationToken cancellationToken)
    {
        var surface = new KernelSurface(grid, kernel);
        if (!isBinned)
        {
            surface.Add(points.X.AsMemory(), points.Y.AsMemory(), weights, new[] { bandwidth }, threads, cancellationToken);
            return surface.Cells;
        }

        var mass = new double[grid.Count];
        int[] outside = [.. LinearBins.Fill(grid, points.X, points.Y, weights, mass)];
        surface.AddBinned(mass, bandwidth, threads, cancellationToken);
        surface.Add(
            Array.ConvertAll(outside, i => points.X[i]), Array.ConvertAll(outside, i => points.Y[i]), Array.ConvertAll(outside, i => weights[i]),
            new[] { bandwidth }, threads, cancellationToken);
        return surface.Cells;
    }

    internal static double[] Adaptive(
        MetrePoints points, double[] weights, DensityGrid grid, DensityKernel kernel, double bandwidth, int threads, CancellationToken cancellationToken)
    {
        if (points.Count == 0)
            return new double[grid.Count];
        var bandwidths = AbramsonBandwidths.Of(points, weights, kernel, bandwidth, threads, cancellationToken);
        var surface = new KernelSurface(grid, kernel);
        surface.Add(points.X.AsMemory(), points.Y.AsMemory(), weights, bandwidths, threads, cancellationToken);
        return surface.Cells;
    }

    internal static double BandwidthOf(MetrePoints points, DensityRequest request) => request.BandwidthMetres
        ?? BandwidthRule.MetresOf(points, request.Kernel)
        ?? throw new ArgumentException("All events are at one place, which gives no bandwidth; name bandwidthMetres.", nameof(points));

    internal static double[] Weights(MetrePoints points, IReadOnlyList<double>? weights)
    {
        var own = new double[points.Count];
        if (weights is null)
        {
            own.AsSpan().Fill(1);
            return own;
        }

        if (weights.Count != own.Length)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {weights.Count} weights for {own.Length} places; give one for each."), nameof(weights));
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = weights[i];
            Guard.Between(own[i], 0, double.MaxValue, string.Create(CultureInfo.InvariantCulture, $"weights[{i}]"));
        }

        return own;
    }
}
