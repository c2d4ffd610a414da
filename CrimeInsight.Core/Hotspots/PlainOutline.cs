using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Hotspots;

/// <summary>What a method draws before anything is tested: a cluster of cases, or where cases lie dense.</summary>
/// <param name="Corners">Three or more.</param>
/// <param name="Cases">Within it.</param>
/// <param name="Share">Of dense land: the share of all cases that the smallest such land holds; null for clusters.</param>
public sealed record PlainOutline(ImmutableArray<GeoPoint> Corners, double Cases, double? Share);
