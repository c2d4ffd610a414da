using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>A district as the demo sees it.</summary>
/// <param name="Ordinal">Ordinal of the jurisdiction; incidents without a known station carry it.</param>
/// <param name="Names">Name by two-letter language; <c>en</c> always present.</param>
/// <param name="UrbanShare">Share of residents in towns, 0–1.</param>
/// <param name="Boundary">Rings of the district's shape (even–odd); empty when unknown: then a disc of the same area, cut where a neighbour's point is
/// nearer.</param>
public sealed record DemoDistrict(
    string Code,
    string StateCode,
    int Ordinal,
    IReadOnlyDictionary<string, string> Names,
    GeoPoint Point,
    double AreaKm2,
    long Population,
    double UrbanShare,
    ImmutableArray<ImmutableArray<GeoPoint>> Boundary);
