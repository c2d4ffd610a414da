namespace CrimeInsight.Core.Cases;

/// <summary>A section of law that was in force for the head on the day of the offence.</summary>
/// <param name="IsToBeVerified">The department has not yet confirmed the mapping.</param>
public sealed record CaseSection(string Act, string Section, bool IsToBeVerified);
