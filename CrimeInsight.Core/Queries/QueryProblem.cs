namespace CrimeInsight.Core.Queries;

/// <summary>One broken rule: where, the key of its localized text, and plain English for logs and the command line.</summary>
/// <param name="Member">JSON member at fault, e.g. <c>dimensions</c>.</param>
/// <param name="Key">Resource key in QueryText.</param>
public sealed record QueryProblem(string Member, string Key, string Message);
