namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>One recomputation of all stored forecasts and hotspot analyses that its owner may see.</summary>
/// <param name="Owner">Name of the person it works as.</param>
/// <param name="DataVersion">Version of the data when it began.</param>
/// <param name="Done">Work done, in series looked at.</param>
/// <param name="Total">Work in all; 0 until it is known.</param>
/// <param name="Stored">Forecasts stored.</param>
/// <param name="Withheld">Series that are kept back to protect victims.</param>
/// <param name="TooShort">Series without enough history.</param>
/// <param name="BusyTime">Time spent computing, over all processes that worked on it.</param>
/// <param name="FinishedAt">Null while it is not over.</param>
/// <param name="Problem">Message of the error that ended it; null otherwise.</param>
public sealed record ForecastRun(
    Guid Id,
    ForecastRunState State,
    string Owner,
    long DataVersion,
    long Done,
    long Total,
    long Stored,
    long Withheld,
    long TooShort,
    TimeSpan BusyTime,
    DateTimeOffset StartedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt,
    string? Problem)
{
    /// <summary>Results of hotspot analyses stored.</summary>
    public long Hotspots { get; init; }

    /// <summary>Part done, 0 … 1; null while the total is unknown.</summary>
    public double? Share => Progress.Share;

    /// <summary>Time left at the average speed so far; null unless it runs and one percent is done.</summary>
    public TimeSpan? TimeLeft => Progress.TimeLeft;

    /// <summary>It can still be cancelled.</summary>
    public bool IsOpen => State is ForecastRunState.Waiting or ForecastRunState.Running or ForecastRunState.Interrupted;

    private RunProgress Progress => new(State == ForecastRunState.Running, Done, Total, BusyTime);
}
