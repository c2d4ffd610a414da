namespace CrimeInsight.Core.People;

/// <summary>What one attempt is counted under.</summary>
/// <param name="Key">Whose attempts they are; only a hash of it is stored.</param>
public sealed record AttemptBucket(AttemptRule Rule, string Key);
