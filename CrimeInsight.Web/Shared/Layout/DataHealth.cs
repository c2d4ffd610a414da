using CrimeInsight.Core.Runs;


namespace CrimeInsight.Web.Shared.Layout;

/// <summary>What <c>/health/data</c> answers.</summary>
/// <param name="State"><c>unknown</c> until the data were looked at, then <c>empty</c>, <c>loading</c>, <c>failed</c> (the last load) or <c>loaded</c>.</param>
/// <param name="Share">Of a load under way, from 0 to 1; null when unknown or none.</param>
public sealed record DataHealth(string State, double? Share)
{
    public static DataHealth Of(SiteStatus status) => status switch
    {
        { Task: { State: TaskState.Running or TaskState.Waiting } task } => new("loading", task.Share),
        { Task.State: TaskState.Failed } => new("failed", null),
        { Data: null } => new("unknown", null),
        { Data.AsOf: null } => new("empty", null),
        _ => new("loaded", null),
    };
}
