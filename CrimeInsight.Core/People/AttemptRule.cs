namespace CrimeInsight.Core.People;

/// <summary>How often something may be tried.</summary>
/// <param name="Free">Attempts in a window after which the next must wait.</param>
/// <param name="FirstWait">The first wait; each further attempt in the window doubles it.</param>
/// <param name="Window">From the first attempt counted; then counting begins again.</param>
public sealed record AttemptRule(AttemptKind Kind, int Free, TimeSpan FirstWait, TimeSpan LongestWait, TimeSpan Window);
