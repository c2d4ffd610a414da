namespace CrimeInsight.Core.Runs;

/// <summary>How much of the machine a run may use.</summary>
/// <param name="Most">Most threads that compute at once.</param>
public sealed record RunThreads(int Most);
