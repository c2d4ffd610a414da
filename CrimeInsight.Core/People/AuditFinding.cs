namespace CrimeInsight.Core.People;

/// <summary>What is wrong with the audit trail, and where.</summary>
/// <param name="From">The first row it is about.</param>
/// <param name="Until">The last row it is about.</param>
public sealed record AuditFinding(AuditFault Fault, long From, long Until);
