using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>Events in space and time, and the bands their pairs are counted in. Immutable; checked when made.</summary>
public sealed record KnoxRequest
{
    /// <summary>Most limits of distance, and of days.</summary>
    public const int MostLimits = 50;

    /// <summary>Most Monte Carlo replicas.</summary>
    public const int MostReplicas = 99_999;

    /// <param name="places">At least two events, metres or degrees.</param>
    /// <param name="days">When each happened, days from any origin, fractions allowed.</param>
    /// <param name="distanceLimitsMetres">Upper limits of the bands of distance, ascending, above 0: 100, 200 means 0 … 100 and above 100 … 200 metres.</param>
    /// <param name="dayLimits">Upper limits of the bands of days between two events, ascending, 0 or more: 7, 14 means 0 … 7 and above 7 … 14 days.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a value is outside its range; the message names place and remedy.</exception>
    public KnoxRequest(PointSet places, ReadOnlySpan<double> days, ReadOnlySpan<double> distanceLimitsMetres, ReadOnlySpan<double> dayLimits)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count < 2)
            throw new ArgumentException($"Pairs need at least 2 events, got {places.Count}.", nameof(places));
        if (days.Length != places.Count)
            throw new ArgumentException($"days has {days.Length} values for {places.Count} events; give one for each.", nameof(days));
        Guard.AllFinite(days);
        CheckLimits(distanceLimitsMetres, 0, isOpen: true, nameof(distanceLimitsMetres));
        CheckLimits(dayLimits, 0, isOpen: false, nameof(dayLimits));
        (Places, Days) = (places, ImmutableArray.Create(days));
        (DistanceLimitsMetres, DayLimits) = (ImmutableArray.Create(distanceLimitsMetres), ImmutableArray.Create(dayLimits));
    }

    /// <summary>Where.</summary>
    public PointSet Places { get; }

    /// <summary>When, days.</summary>
    public ImmutableArray<double> Days { get; }

    /// <summary>Each band reaches from above the limit before it (the first from 0) up to and with its own.</summary>
    public ImmutableArray<double> DistanceLimitsMetres { get; }

    /// <summary>Likewise, of the days between two events.</summary>
    public ImmutableArray<double> DayLimits { get; }

    /// <summary>Two events at most this far apart are at the same place; 0: with equal coordinates. Below the first limit.</summary>
    public double SamePlaceMetres
    {
        get;
        init => field = value >= 0 && value < DistanceLimitsMetres[0]
            ? value
            : throw new ArgumentOutOfRangeException(nameof(SamePlaceMetres), value,
                string.Create(CultureInfo.InvariantCulture,
                    $"SamePlaceMetres must be 0 or more and below the first limit of distance, {DistanceLimitsMetres[0]}; got {value}."));
    }

    /// <summary>
    /// False: pairs at the same place are left out of the first band, as a row of their own. True: they are counted in both, as in a plain Knox table.
    /// </summary>
    public bool IsSamePlaceInFirstBand { get; init; }

    /// <summary>
    /// Cells are held against times permuted within spans, too, and these decide what is elevated: a town that grows is no near repeat. Spans
    /// are four times the longest band of days or longer; there must be two.
    /// </summary>
    public bool IsTrendKept { get; init; }

    /// <summary>Monte Carlo replicas, 9 … 99,999.</summary>
    public int Replicas
    {
        get;
        init => field = value is >= 9 and <= MostReplicas
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Replicas), value, $"Replicas must lie in [9, {MostReplicas}]; got {value}. 999 is usual.");
    } = 999;

    /// <summary>Replicas depend on it and on their number alone.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Largest corrected p of a cell that counts as elevated; 0 to 1.</summary>
    public double Alpha
    {
        get;
        init
        {
            Guard.Between(value, 0, 1, nameof(Alpha));
            field = value;
        }
    } = 0.05;

    /// <summary>Least ratio of a cell that counts as elevated: 1.2 in near-repeat practice (Ratcliffe 2009, Near Repeat Calculator).</summary>
    public double LeastRatio
    {
        get;
        init
        {
            Guard.Between(value, 1, double.MaxValue, nameof(LeastRatio));
            field = value;
        }
    } = 1.2;

    /// <summary>Which correction for many cells.</summary>
    public CellCorrection Correction { get; init; }

    private static void CheckLimits(ReadOnlySpan<double> limits, double least, bool isOpen, string name)
    {
        if (limits.Length is 0 or > MostLimits)
            throw new ArgumentException($"{name} needs 1 to {MostLimits} limits, got {limits.Length}.", name);
        for (var i = 0; i < limits.Length; i++)
        {
            Guard.Finite(limits[i], string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"));
            if (i == 0 ? limits[0] < least || (isOpen && limits[0] <= least) : limits[i] <= limits[i - 1])
                throw new ArgumentOutOfRangeException(name, limits[i],
                    string.Create(CultureInfo.InvariantCulture, $"{name} must ascend from {(isOpen ? "above " : "")}{least}; {name}[{i}] is {limits[i]}."));
        }
    }
}
