namespace CrimeInsight.Core.Runs;

/// <summary>One recomputation, in the background, of what its owner may see: the units of one or more parts.</summary>
/// <param name="Owner">Name of the person it works as.</param>
/// <param name="DataVersion">Version of the data when it began.</param>
/// <param name="Done">Work done, in series looked at.</param>
/// <param name="Total">Work in all; 0 until it is known.</param>
/// <param name="Counts">What its parts say they did, by name; a part's own names are with the part.</param>
/// <param name="BusyTime">Time during which it was worked on, by one process or several.</param>
/// <param name="FinishedAt">Null while it is not over.</param>
/// <param name="Problem">Message of the error that ended it; null otherwise.</param>
public sealed record Run(
    Guid Id,
    RunState State,
    string Owner,
    long DataVersion,
    long Done,
    long Total,
    IReadOnlyDictionary<string, long> Counts,
    TimeSpan BusyTime,
    DateTimeOffset StartedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt,
    string? Problem)
{
    /// <summary>Part done, 0 … 1; null while the total is unknown.</summary>
    public double? Share => Progress.Share;

    /// <summary>Time left at the average speed so far; null unless it runs and one percent is done.</summary>
    public TimeSpan? TimeLeft => Progress.TimeLeft;

    /// <summary>It can still be cancelled.</summary>
    public bool IsOpen => State is RunState.Waiting or RunState.Running or RunState.Interrupted;

    private RunProgress Progress => new(State == RunState.Running, Done, Total, BusyTime);

    /// <summary>What was counted under a name; 0 when nothing was.</summary>
    public long Count(string name) => Counts.GetValueOrDefault(name);
}
