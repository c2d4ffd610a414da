using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>
/// Risk surface against population: the log of the ratio of two kernel densities with the same bandwidth, so that what is lost over
/// the edge is lost in both (Kelsall and Diggle 1995, doi:10.2307/3318678). The population is taken as known, not sampled: under chance
/// events are drawn from it.
/// </summary>
public static class RelativeRisk
{
    /// <summary>Cells below this share of the greatest density of population count as empty.</summary>
    public const double LeastPopulation = 1e-4;

    /// <summary>
    /// The surface with pointwise p-values: by simulations, or by an approximation with variance ∫K²/(n·h²·g) − 1/n, g the density of
    /// population (Hazelton and Davies 2009, doi:10.1002/bimj.200810495, with the population known).
    /// </summary>
    /// <param name="events">At least one.</param>
    /// <param name="population">Where people live: places of households, or middles of areas small against the bandwidth.</param>
    /// <param name="people">People at each place, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">No events, no people, or a value that is not valid.</exception>
    public static RiskReport Estimate(
        MetrePoints events, MetrePoints population, IReadOnlyList<double> people, DensityGrid grid, RiskRequest request, int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(request);
        Guard.Between(threads, 1, int.MaxValue);
        if (events.Count == 0)
            throw new ArgumentException("There are no events; a risk needs at least one.", nameof(events));
        var masses = KernelDensity.Weights(population, people);
        if (masses.Sum() <= 0)
            throw new ArgumentException("There are no people; give the number at each place.", nameof(people));
        var bandwidth = KernelDensity.BandwidthOf(events, request.Density);
        // The same for all, so that ratios and ranks compare like with like.
        var isBinned = KernelDensity.IsBinned(events.Count, grid, request.Density.Kernel, bandwidth);
        var background = Shares(population, masses, grid, request.Density, bandwidth, isBinned, threads, cancellationToken);
        var observed = Shares(events, KernelDensity.Weights(events, null), grid, request.Density, bandwidth, isBinned, threads, cancellationToken);
        var limit = LeastPopulation * background.Max();
        var isPeopled = Array.ConvertAll(background, density => density > limit);
        var p = request.Simulations == 0
            ? Approximate(observed, background, isPeopled, events.Count, request.Density.Kernel, bandwidth * bandwidth)
            : Simulate(observed, population, masses, events.Count, grid, request, bandwidth, isBinned, threads, cancellationToken);
        var risk = new double[grid.Count];
        for (var cell = 0; cell < risk.Length; cell++)
            (risk[cell], p[cell]) = isPeopled[cell] ? (Math.Log(observed[cell] / background[cell]), p[cell]) : (0, 1);
        return new RiskReport(
            request, grid, bandwidth, events.Count, Wrap(isPeopled), Wrap(risk), Wrap(p), Wrap(MultipleTesting.BenjaminiHochberg(p, isPeopled)));
    }

    private static double[] Shares(
        MetrePoints points, double[] weights, DensityGrid grid, DensityRequest request, double bandwidth, bool isBinned, int threads,
        CancellationToken cancellationToken)
    {
        var total = weights.Sum();
        var shares = Array.ConvertAll(weights, weight => weight / total);
        return request.IsAdaptive
            ? KernelDensity.Adaptive(points, shares, grid, request.Kernel, bandwidth, threads, cancellationToken)
            : KernelDensity.Fixed(points, shares, grid, request.Kernel, bandwidth, isBinned, threads, cancellationToken);
    }

    /// <summary>
    /// The ratio of the densities has variance (a − 1)/n and third moment (b − 3a + 2)/n², a = ∫K²/(h²g), b = ∫K³/(h⁴g²); its upper tail
    /// by the Pearson type III law, which is right also where few events are expected.
    /// </summary>
    private static double[] Approximate(double[] observed, double[] background, bool[] isPeopled, int events, DensityKernel kernel, double squaredBandwidth)
    {
        var p = new double[observed.Length];
        for (var cell = 0; cell < p.Length; cell++)
        {
            if (!isPeopled[cell])
                continue;
            var density = background[cell] * squaredBandwidth;
            var (a, b) = (KernelSurface.Roughness(kernel) / density, KernelSurface.CubedMass(kernel) / (density * density));
            var deviation = Math.Sqrt(Math.Max(0, a - 1) / events);
            p[cell] = deviation > 0
                ? Math.Exp(PearsonThree.LogUpperTail(
                    (observed[cell] / background[cell] - 1) / deviation, (b - 3 * a + 2) / Math.Pow(a - 1, 1.5) / Math.Sqrt(events)))
                : 1;
        }

        return p;
    }

    private static double[] Simulate(
        double[] observed, MetrePoints population, double[] masses, int events, DensityGrid grid, RiskRequest request, double bandwidth, bool isBinned,
        int threads, CancellationToken cancellationToken)
    {
        var cumulative = new double[masses.Length];
        var sum = 0.0;
        for (var i = 0; i < masses.Length; i++)
            cumulative[i] = sum += masses[i];
        var reached = new int[observed.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, request.Simulations, options, simulation =>
        {
            var random = new ReplicaRandom(request.Seed, simulation);
            var counts = new double[masses.Length];
            for (var i = 0; i < events; i++)
            {
                var at = Array.BinarySearch(cumulative, random.NextUnit() * sum);
                counts[Math.Min(at < 0 ? ~at : at + 1, counts.Length - 1)]++;
            }

            var drawn = Shares(population, counts, grid, request.Density, bandwidth, isBinned, 1, cancellationToken);
            for (var cell = 0; cell < drawn.Length; cell++)
            {
                if (drawn[cell] >= observed[cell])
                    Interlocked.Increment(ref reached[cell]);
            }
        });
        return Array.ConvertAll(reached, count => (count + 1.0) / (request.Simulations + 1));
    }

    private static ImmutableArray<T> Wrap<T>(T[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
