namespace CrimeInsight.Core.Runs;

/// <summary>How far a run is, as anyone may know it.</summary>
/// <param name="IsRunning">False while it waits for its turn.</param>
/// <param name="Done">Work done, in series looked at.</param>
/// <param name="Total">Work in all; 0 until it is known.</param>
/// <param name="BusyTime">Time during which it was worked on.</param>
public sealed record RunProgress(bool IsRunning, long Done, long Total, TimeSpan BusyTime)
{
    private const double LeastShareToEstimate = 0.01;

    /// <summary>No run is open, and the newest failed.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Part done, 0 … 1; null while the total is unknown.</summary>
    public double? Share => Total > 0 ? Math.Clamp((double)Done / Total, 0, 1) : null;

    /// <summary>Time left at the average speed so far; null unless it runs and one percent is done.</summary>
    public TimeSpan? TimeLeft => IsRunning && Share is { } share and >= LeastShareToEstimate ? BusyTime * ((1 - share) / share) : null;
}
