namespace CrimeInsight.Core.People;

/// <summary>One sign-in on one device.</summary>
/// <param name="EndedAt">Null while the session is in force.</param>
/// <param name="Device">Browser and system, as <c>Browser|System</c>; empty when unknown.</param>
public sealed record SignInSession(
    Guid Id,
    DateTimeOffset StartedAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset? EndedAt,
    string Device);
