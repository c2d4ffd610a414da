using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>What a method is asked for, besides the history.</summary>
/// <param name="Paths">Simulated futures, for methods without exact intervals; 0: closed forms, near enough to be calibrated.</param>
/// <param name="IsFinal">The forecast that is shown: spend more care than on one origin of many.</param>
internal sealed record ForecastTask(int SeasonLength, int Horizon, ImmutableArray<double> LevelsPercent, int Seed, int Paths, bool IsFinal)
{
    /// <summary>What the method asked for by name is held to; null: it chooses.</summary>
    public string? Detail { get; init; }

    /// <summary>What is known of the dates behind the values; null: nothing.</summary>
    public SeriesCalendar? Calendar { get; init; }
}
