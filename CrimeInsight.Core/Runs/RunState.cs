namespace CrimeInsight.Core.Runs;

/// <summary>State of a run. Names are stored; never rename.</summary>
public enum RunState
{
    /// <summary>Asked for; no process has begun.</summary>
    Waiting,

    /// <summary>Under way, and heard of lately.</summary>
    Running,

    /// <summary>Under way, but its process no longer reports; another takes over.</summary>
    Interrupted,

    Done,
    Failed,
    Cancelled,
}
