namespace CrimeInsight.Core.DataRoom;

/// <summary>How a step stands. Stored in small letters; never rename.</summary>
public enum StepState
{
    Waiting,
    Running,

    /// <summary>Nothing was heard of it for long: its process is gone. Not stored.</summary>
    Interrupted,
    Done,
    Failed,
    Cancelled,
}
