namespace CrimeInsight.Core.Queries;

/// <summary>Order by one of the query's measures.</summary>
public sealed record QueryOrder(Measure Measure, bool Descending = true);
