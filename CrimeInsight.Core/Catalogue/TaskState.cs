namespace CrimeInsight.Core.Catalogue;

/// <summary>State of a piece of background work.</summary>
public enum TaskState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}
