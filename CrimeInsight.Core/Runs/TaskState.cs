namespace CrimeInsight.Core.Runs;

/// <summary>State of a piece of background work.</summary>
public enum TaskState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}
