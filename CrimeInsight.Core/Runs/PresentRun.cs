namespace CrimeInsight.Core.Runs;

/// <summary>A run that is open, or was about the present complete months.</summary>
/// <param name="State">As stored.</param>
/// <param name="Versions">The kinds it computes, with their versions.</param>
/// <param name="IsStale">Nothing was heard of it for a minute.</param>
/// <param name="Workers">Processes that work on it.</param>
public sealed record PresentRun(Guid Id, RunState State, IReadOnlyDictionary<string, int> Versions, bool IsStale, int Workers)
{
    /// <summary>It waits or runs.</summary>
    public bool IsOpen => State is RunState.Waiting or RunState.Running;
}
