namespace CrimeInsight.Core.Runs;

/// <summary>How far a piece of background work is.</summary>
/// <param name="Kind">What it is, such as <c>demo</c> or <c>import</c>.</param>
/// <param name="Done">Units done so far.</param>
/// <param name="Total">Units in all; 0 while unknown.</param>
public sealed record TaskProgress(
    Guid Id,
    string Kind,
    TaskState State,
    long Done,
    long Total,
    DateTimeOffset StartedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>Part done, 0 … 1; null while the total is unknown.</summary>
    public double? Share => Total > 0 ? Math.Clamp((double)Done / Total, 0, 1) : null;

    /// <summary>Time left at the average speed so far; null before one percent is done.</summary>
    public TimeSpan? TimeLeft =>
        Share is { } share and >= 0.01 ? (UpdatedAt - StartedAt) * ((1 - share) / share) : null;
}
