using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Concentration;

/// <summary>
/// Concentration of events at places: curve, Gini, 80–20 shares, and the generalised Gini G′ = max(n/c, 1)·(G − 1) + 1 for c events at
/// n places, which is 0 for the most even spread also when there are more places than events. Bernasco and Steenbeek (2017), More
/// places than crimes, Journal of Quantitative Criminology 33, doi:10.1007/s10940-016-9324-7.
/// </summary>
public static class EventConcentration
{
    /// <summary>Most simulations.</summary>
    public const int MostSimulations = 9_999;

    /// <summary>Points of a curve at most; a longer one is thinned.</summary>
    public const int MostPoints = 1_000;

    private const double FourFifths = 0.8;
    private const double Fifth = 0.2;

    /// <summary>Measures the concentration. O(places·log places + simulations·(events + places)).</summary>
    /// <param name="counts">Events at each place, 0 or more; places without events belong to the list.</param>
    /// <param name="simulations">Spreads by chance to compare with, 0 (none) … <see cref="MostSimulations"/>.</param>
    /// <returns>Null when there are no events.</returns>
    /// <exception cref="ArgumentException">A count is below 0 (the message names its position), there are no places, or a parameter is out of
    /// range.</exception>
    public static ConcentrationReport? Measure(ReadOnlySpan<int> counts, int simulations = 199, int seed = 1, CancellationToken cancellationToken = default)
    {
        Guard.Between(simulations, 0, MostSimulations);
        var events = Total(counts);
        if (events == 0)
            return null;
        var sorted = counts.ToArray();
        Array.Sort(sorted);
        var gini = Gini(sorted, events);
        var generalised = Generalise(gini, counts.Length, events);
        var (mean, reached) = Simulate(counts.Length, events, generalised, simulations, seed, cancellationToken);
        var curve = Curve(sorted, events);
        var report = new ConcentrationReport(
            counts.Length,
            events,
            gini,
            generalised,
            simulations == 0 ? null : mean,
            simulations == 0 ? null : (reached + 1.0) / (simulations + 1),
            PlacesWith(sorted, events, 0.5),
            PlacesWith(sorted, events, FourFifths),
            0,
            curve,
            simulations,
            seed);
        return report with { TopFifthShare = report.EventShareAt(Fifth) };
    }

    private static long Total(ReadOnlySpan<int> counts)
    {
        if (counts.IsEmpty)
            throw new ArgumentException("There are no places; give the count of every place, 0 where nothing happened.", nameof(counts));
        var events = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0)
                throw new ArgumentOutOfRangeException(
                    nameof(counts), counts[i], string.Create(CultureInfo.InvariantCulture, $"counts[{i}] must be 0 or more; got {counts[i]}."));
            events += counts[i];
        }

        return events;
    }

    /// <summary>G = (2 Σ i·xᵢ/Σ x − n − 1)/n, x ascending, i from 1.</summary>
    private static double Gini(ReadOnlySpan<int> ascending, long events)
    {
        var sum = 0.0;
        for (var i = 0; i < ascending.Length; i++)
            sum += (i + 1.0) * ascending[i];
        return (2 * sum / events - ascending.Length - 1) / ascending.Length;
    }

    private static double Generalise(double gini, int places, long events) => Math.Max(places / (double)events, 1) * (gini - 1) + 1;

    private static (double Mean, int Reached) Simulate(int places, long events, double observed, int simulations, int seed, CancellationToken cancellationToken)
    {
        const double rounding = 1e-12;
        var (sum, reached) = (0.0, 0);
        var counts = new int[places];
        for (var simulation = 0; simulation < simulations; simulation++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new ReplicaRandom(seed, simulation);
            Array.Clear(counts);
            for (var i = 0L; i < events; i++)
                counts[random.NextIndex(places)]++;
            Array.Sort(counts);
            var value = Generalise(Gini(counts, events), places, events);
            sum += value;
            reached += value >= observed - rounding ? 1 : 0;
        }

        return (sum / Math.Max(1, simulations), reached);
    }

    private static int PlacesWith(ReadOnlySpan<int> ascending, long events, double share)
    {
        var (places, sum) = (0, 0L);
        while (sum < share * events - 1e-9)
            sum += ascending[^++places];
        return places;
    }

    private static ImmutableArray<ConcentrationPoint> Curve(ReadOnlySpan<int> ascending, long events)
    {
        var points = ImmutableArray.CreateBuilder<ConcentrationPoint>();
        points.Add(default);
        var (sum, step) = (0L, Math.Max(1, ascending.Length / MostPoints));
        for (var place = 1; place <= ascending.Length; place++)
        {
            sum += ascending[^place];
            if (place % step == 0 || place == ascending.Length)
                points.Add(new ConcentrationPoint(place / (double)ascending.Length, sum / (double)events));
        }

        return points.ToImmutable();
    }
}
