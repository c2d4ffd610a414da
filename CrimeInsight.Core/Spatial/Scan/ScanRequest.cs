using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>Cases by place and period, and how to scan them. Immutable; checked when made.</summary>
public sealed record ScanRequest
{
    /// <summary>Most share of a window; a window with more than half is better described by what is outside it.</summary>
    public const double MostShare = 0.5;

    /// <summary>Most Monte Carlo replicas.</summary>
    public const int MostReplicas = 99_999;

    private const int MostCells = 20_000_000;

    /// <param name="places">At least two, metres or degrees.</param>
    /// <param name="cases">0 or more; place after place, <paramref name="periods"/> values each.</param>
    /// <param name="periods">Equal periods in order, 1 or more; <see cref="ScanSpan.Space"/> adds them up.</param>
    /// <param name="population">For the Poisson model people at risk, one value for each place or one for each place and period in the order of the cases; for
    /// the permutation model none.</param>
    /// <exception cref="ArgumentException">A list has the wrong length, a value is outside its range, or model, span and lists do not fit; the message names
    /// place and remedy.</exception>
    public ScanRequest(PointSet places, ReadOnlySpan<int> cases, int periods, ScanModel model, ScanSpan span, ReadOnlySpan<double> population = default)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count < 2)
            throw new ArgumentException($"A scan needs at least 2 places, got {places.Count}.", nameof(places));
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        if (cases.Length != (long)places.Count * periods || cases.Length > MostCells)
            throw new ArgumentException(
                $"cases has {cases.Length} values; {places.Count} places × {periods} periods need {(long)places.Count * periods}, at most {MostCells}.",
                nameof(cases));
        if (span != ScanSpan.Space && periods < 2)
            throw new ArgumentException("A scan over time needs at least 2 periods, got 1; give cases by period or scan space alone.", nameof(periods));
        if (model == ScanModel.Permutation && span == ScanSpan.Space)
            throw new ArgumentException(
                "The permutation model compares places over time; use the Poisson model with a population for space alone.", nameof(span));
        (Places, Periods, Model, Span) = (places, periods, model, span);
        TotalCases = Sum(cases, periods);
        CheckPopulation(cases, periods, model, population, places.Count);
        (Cases, Population) = (ImmutableArray.Create(cases), ImmutableArray.Create(population));
    }

    /// <summary>Centres of the windows, too.</summary>
    public PointSet Places { get; }

    /// <summary>Place after place, <see cref="Periods"/> values each.</summary>
    public ImmutableArray<int> Cases { get; }

    /// <summary>Number of periods in <see cref="Cases"/>.</summary>
    public int Periods { get; }

    /// <summary>Empty, one for each place, or one for each place and period.</summary>
    public ImmutableArray<double> Population { get; }

    /// <summary>What is compared.</summary>
    public ScanModel Model { get; }

    /// <summary>Which windows.</summary>
    public ScanSpan Span { get; }

    /// <summary>Sum of the cases, 1 or more.</summary>
    public int TotalCases { get; }

    /// <summary>Largest share of the population (permutation: of the cases, over the whole time) in a circle; above 0, at most 0.5.</summary>
    public double MaxShare
    {
        get;
        init
        {
            Guard.Finite(value, nameof(MaxShare));
            if (value is <= 0 or > MostShare)
                throw new ArgumentOutOfRangeException(
                    nameof(MaxShare), value, string.Create(CultureInfo.InvariantCulture, $"MaxShare must lie above 0 and at most {MostShare}; got {value}."));
            field = value;
        }
    } = MostShare;

    /// <summary>Longest run of periods, 1 … <see cref="Periods"/>; null: half of them.</summary>
    public int? MaxDuration
    {
        get;
        init => field = value is null or >= 1 && !(value > Periods)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxDuration), value, $"MaxDuration must lie in [1, {Periods}], the number of periods; got {value}.");
    }

    /// <summary>Largest radius, above 0; null: limited by the share alone. Needed for many thousands of places.</summary>
    public double? MaxRadiusMetres
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxRadiusMetres), value, "MaxRadiusMetres must be above 0 metres.");
    }

    /// <summary>Monte Carlo replicas, 9 … 99,999.</summary>
    public int Replicas
    {
        get;
        init => field = value is >= 9 and <= MostReplicas
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Replicas), value, $"Replicas must lie in [9, {MostReplicas}]; got {value}. 999 is usual.");
    } = 999;

    /// <summary>How replicas vary. Counts of registered cases nearly always vary by more than chance.</summary>
    public Overdispersion Overdispersion { get; init; }

    /// <summary>Replicas depend on it and on their number alone.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// 0: all replicas are made. Above: none are made after this many reached the observed maximum, and p of the first cluster
    /// is hits ÷ replicas made (Besag and Clifford 1991, doi:10.1093/biomet/78.2.301).
    /// </summary>
    public int StopAfterHits
    {
        get;
        init => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(StopAfterHits), value, "StopAfterHits must be 0 (never) or more.");
    }

    /// <summary>Clusters in the report at most, 1 or more.</summary>
    public int MostClusters
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MostClusters), value, "MostClusters must be 1 or more.");
    } = 20;

    /// <summary>Windows with fewer cases are not clusters; 1 or more.</summary>
    public int LeastCases
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LeastCases), value, "LeastCases must be 1 or more.");
    } = 2;

    private static int Sum(ReadOnlySpan<int> cases, int periods)
    {
        var total = 0L;
        for (var i = 0; i < cases.Length; i++)
        {
            if (cases[i] < 0)
                throw new ArgumentOutOfRangeException(
                    nameof(cases), cases[i], $"cases of place {i / periods}, period {i % periods}, must be 0 or more; got {cases[i]}.");
            total += cases[i];
        }

        return total is >= 1 and <= int.MaxValue
            ? (int)total
            : throw new ArgumentException($"A scan needs between 1 and {int.MaxValue} cases, got {total}; widen the area or the time.", nameof(cases));
    }

    private static void CheckPopulation(ReadOnlySpan<int> cases, int periods, ScanModel model, ReadOnlySpan<double> population, int places)
    {
        if (model == ScanModel.Permutation)
        {
            if (population.Length > 0)
                throw new ArgumentException("The permutation model takes no population; leave it out.", nameof(population));
            return;
        }

        if (population.Length != places && population.Length != cases.Length)
            throw new ArgumentException(
                $"The Poisson model needs the population of each of {places} places, or of each place and period; got {population.Length} values.",
                nameof(population));
        var perPlace = population.Length == places ? periods : 1;
        for (var i = 0; i < population.Length; i++)
            Guard.Between(population[i], 0, double.MaxValue, string.Create(CultureInfo.InvariantCulture, $"population[{i}]"));
        for (var i = 0; i < cases.Length; i++)
        {
            if (cases[i] > 0 && population[i / perPlace] == 0)
                throw new ArgumentException(
                    $"Place {i / periods}, period {i % periods}, has {cases[i]} cases but no population; correct one of them.", nameof(population));
        }
    }
}
