namespace CrimeInsight.Core.Demo;

/// <summary>A planted reclassification: from a date on, a share of one head's cases is registered under another.</summary>
/// <param name="Share">0–1.</param>
public sealed record LevelShift(string FromHeadCode, string ToHeadCode, DateOnly From, double Share);
