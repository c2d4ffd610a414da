using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Cases;

/// <summary>Where and when a case took place, known to a locality; never of a protected case.</summary>
public sealed record CaseSpot(long Id, short HeadId, DateOnly On, GeoPoint At);
