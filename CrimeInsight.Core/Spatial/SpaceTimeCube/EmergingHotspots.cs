using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>
/// Classifies the places of a space-time cube: new, consecutive, intensifying, persistent, diminishing, sporadic, oscillating and
/// historical hotspots and coldspots. Pure; the same for the same request whatever the threads.
/// </summary>
public static class EmergingHotspots
{
    /// <summary>
    /// Gi* of every bin by conditional permutations, corrected over all bins; the class of every place from its bins and their trend.
    /// 2,000 places by 60 steps take about a tenth of a second.
    /// </summary>
    /// <param name="values">Finite; step · places + place, oldest step first. Counts or rates.</param>
    /// <param name="weights">Who is a neighbour of whom; how much does not matter.</param>
    /// <param name="threads">Most threads at once, 1 or more.</param>
    /// <returns>An <see cref="EmergingReport"/>, or <see cref="EmergingImpossible"/> when the cube is too small or nothing varies.</returns>
    /// <exception cref="ArgumentException">The values are not a whole number of steps, or one is not finite; the message names it.</exception>
    public static EmergingOutcome Run(
        ReadOnlySpan<double> values, SpatialWeights weights, EmergingRequest request, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(request);
        Guard.AllFinite(values);
        Guard.Between(threads, 1, int.MaxValue);
        if (weights.Count == 0 || values.Length % weights.Count != 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{values.Length} values are not a whole number of steps of {weights.Count} places; give one value for each place and step."), nameof(values));
        }

        var steps = values.Length / weights.Count;
        if (ObstacleOf(values, weights, steps) is { } obstacle)
            return new EmergingImpossible(obstacle);
        var cube = new CubeStatistics(PlaceValues.Scaled(values, request.Scale), weights, steps, request.EarlierSteps);
        cube.Compute(request.Permutations, request.Seed, threads, cancellationToken);
        // Bins without any neighbour are no tests.
        bool[] isTested = [.. Enumerable.Range(0, values.Length).Select(bin => cube.SizeOf(bin) > 1)];
        var corrected = MultipleTesting.BenjaminiHochberg(cube.P, isTested);
        var states = new BinState[values.Length];
        for (var bin = 0; bin < states.Length; bin++)
            states[bin] = corrected[bin] > request.Level ? BinState.None : cube.Z[bin] > 0 ? BinState.Hot : BinState.Cold;
        var places = new EmergingPlace[weights.Count];
        for (var place = 0; place < places.Length; place++)
            places[place] = PlaceOf(place, states, cube.Z, steps, weights.Count, request);
        return new EmergingReport(
            request, weights.Source, steps, Wrap(places), Wrap(cube.Z), Wrap(states), cube.P.Count(p => p <= request.Level), states.Length - states.AsSpan()
                .Count(BinState.None));
    }

    private static EmergingObstacle? ObstacleOf(ReadOnlySpan<double> values, SpatialWeights weights, int steps) =>
        steps < EmergingRequest.LeastSteps ? EmergingObstacle.TooFewSteps
        : weights.Count < LocalStatistics.LeastPlaces ? EmergingObstacle.TooFewPlaces
        : !values.ContainsAnyExcept(values[0]) ? EmergingObstacle.NoVariation
        : null;

    private static EmergingPlace PlaceOf(int place, BinState[] states, double[] z, int steps, int places, EmergingRequest request)
    {
        var (own, history) = (new BinState[steps], new double[steps]);
        for (var step = 0; step < steps; step++)
            (own[step], history[step]) = (states[step * places + place], z[step * places + place]);
        var trend = MannKendall.Test(history, request.EarlierSteps);
        var sign = trend.TwoSidedP <= request.TrendLevel ? Math.Sign(trend.Z) : 0;
        return new EmergingPlace(
            EmergingRules.Classify(own, sign), own.AsSpan().Count(BinState.Hot), own.AsSpan().Count(BinState.Cold), EmergingRules.FinalRun(own), trend.Z,
            trend.TwoSidedP);
    }

    private static ImmutableArray<T> Wrap<T>(T[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
