namespace CrimeInsight.Core.Cases;

/// <summary>A section of law that a case is registered under, or that was in force for its head on the day of the offence.</summary>
/// <param name="IsPrincipal">By it the case is counted.</param>
/// <param name="IsToBeVerified">The department has not yet confirmed the mapping.</param>
public sealed record CaseSection(string Act, string Section, bool IsToBeVerified, bool IsPrincipal = false);
