namespace CrimeInsight.Core.Sources;

/// <summary>A place from which files come by themselves.</summary>
/// <param name="HiddenSecret">Password or token, encrypted; null when there is none.</param>
/// <param name="IsOpen">A run of it waits or is under way.</param>
/// <param name="NextAt">When it is read next; null while it is being read, or paused.</param>
/// <param name="Mark">By which the sender tells whether its file is another than the last one that was dealt with; null when that is to be read again.</param>
/// <param name="Last">Its newest run that is over; null when there was none.</param>
public sealed record Source(
    Guid Id, SourceEdit Edit, string OwnerName, bool IsPaused, bool IsOpen, DateTimeOffset? NextAt, string? HiddenSecret, string? Mark, SourceRun? Last)
{
    /// <summary>Something was wrong with its newest run: somebody must look.</summary>
    public bool IsFailing => Last is { State: SourceRunState.Failed } or { Trouble: not null };
}
