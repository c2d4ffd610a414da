using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Overview;

/// <summary>The parts of a scope by cases, and what is known for none of them.</summary>
/// <param name="Parts">Cases, rate, change and cases a year before of each part.</param>
/// <param name="Rest">Null when the parts add up by themselves.</param>
public sealed record PlaceFigures(QueryResult Parts, RestOfPlaces? Rest);
