using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Hotspots;

/// <summary>One hotspot (or coldspot) with its evidence.</summary>
public record HotspotFinding
{
    /// <summary>Unique in its report; keeps its meaning while the data do.</summary>
    public required string Key { get; init; }

    /// <summary>What it is.</summary>
    public required PlaceClass Class { get; init; }

    /// <summary>The place itself, or the middle one of several.</summary>
    public required Jurisdiction Place { get; init; }

    /// <summary>All places of it, the nearest to the middle first.</summary>
    public required ImmutableArray<Jurisdiction> Places { get; init; }

    /// <summary>When its cases occurred.</summary>
    public required Period Period { get; init; }

    /// <summary>Registered in the places themselves in that time.</summary>
    public required double Cases { get; init; }

    /// <summary>If only chance were at work.</summary>
    public required double Expected { get; init; }

    /// <summary>Of places: cases over expected. Of circles: rate inside over rate outside. Null when it is not defined.</summary>
    public double? RelativeRisk { get; init; }

    /// <summary>Corrected for all tests made; null where a class of many tests passed at the significance level, and no single p stands for it.</summary>
    public double? P { get; init; }
}
