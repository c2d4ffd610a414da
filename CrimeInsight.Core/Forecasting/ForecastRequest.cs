using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting;

/// <summary>One series to forecast, and how. Validated on construction.</summary>
public sealed record ForecastRequest
{
    /// <summary>Longest season, in observations.</summary>
    public const int MostSeasonLength = 366;

    /// <summary>Longest horizon, in observations.</summary>
    public const int MostHorizon = 120;

    /// <summary>Fewest observations of a series without season.</summary>
    public const int LeastWithoutSeason = 10;

    /// <summary>Largest value: sums of fourth powers must stay finite.</summary>
    public const double MostValue = 1e60;

    private const int MostLevels = 10;

    /// <param name="values">Equally spaced observations, oldest first, without gaps. May be too short: the outcome says so.</param>
    /// <param name="horizon">Steps to forecast, 1 … <see cref="MostHorizon"/>.</param>
    /// <param name="seasonLength">Observations per season, 1 (no season) … <see cref="MostSeasonLength"/>; 12 for months.</param>
    /// <param name="levelsPercent">Interval levels, above 0 and below 100, without repeats; null: 80 and 95.</param>
    /// <param name="model">Null: <see cref="ForecastModel.Auto"/>.</param>
    /// <param name="areCounts">The values cannot be negative, so neither can points and intervals.</param>
    /// <param name="seed">Seed of simulated intervals.</param>
    /// <param name="calendar">What is known of the dates; null: nothing.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names it, its value and the range.</exception>
    public ForecastRequest(
        IEnumerable<double> values,
        int horizon,
        int seasonLength = 12,
        IEnumerable<double>? levelsPercent = null,
        ForecastModel? model = null,
        bool areCounts = true,
        int seed = 1,
        SeriesCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values];
        Guard.AllFinite(Values.AsSpan(), nameof(values));
        Guard.Between(horizon, 1, MostHorizon);
        Guard.Between(seasonLength, 1, MostSeasonLength);
        foreach (var value in Values)
            Guard.Between(value, -MostValue, MostValue, nameof(values));
        if (areCounts && !Values.IsEmpty && Values.Min() < 0)
            throw new ArgumentOutOfRangeException(
                nameof(values), Values.Min(), "Counts must be zero or more; say that the values are not counts if they may be negative.");
        Horizon = horizon;
        SeasonLength = seasonLength;
        LevelsPercent = CheckLevels(levelsPercent ?? [80, 95]);
        Model = model ?? ForecastModel.Auto;
        AreCounts = areCounts;
        Seed = seed;
        Calendar = calendar;
    }

    public ImmutableArray<double> Values { get; }

    public int Horizon { get; }

    public int SeasonLength { get; }

    /// <summary>Ascending.</summary>
    public ImmutableArray<double> LevelsPercent { get; }

    public ForecastModel Model { get; }

    public bool AreCounts { get; }

    public int Seed { get; }

    /// <summary>What is known of the dates behind the values; null: nothing.</summary>
    public SeriesCalendar? Calendar { get; }

    /// <summary>Fewest observations that any method can forecast: two seasons (24 months).</summary>
    public int LeastLength => SeasonLength > 1 ? 2 * SeasonLength : LeastWithoutSeason;

    private static ImmutableArray<double> CheckLevels(IEnumerable<double> levelsPercent)
    {
        ImmutableArray<double> levels = [.. levelsPercent.Order()];
        Guard.AllFinite(levels.AsSpan(), nameof(levelsPercent));
        Guard.Between(levels.Length, 1, MostLevels, "number of levelsPercent");
        foreach (var level in levels)
        {
            if (level is <= 0 or >= 100)
                throw new ArgumentOutOfRangeException(
                    nameof(levelsPercent), level, "Interval levels are percentages above 0 and below 100, such as 80 and 95.");
        }

        if (levels.Distinct().Count() != levels.Length)
            throw new ArgumentException("Interval levels must not repeat.", nameof(levelsPercent));
        return levels;
    }
}
