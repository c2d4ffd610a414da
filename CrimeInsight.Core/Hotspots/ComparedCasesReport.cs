using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots;

/// <summary>What a method found among single cases that were compared with a background.</summary>
public abstract record ComparedCasesReport : FindingsReport
{
    /// <summary>Null with an obstacle.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>What was there before any test: clusters, the largest first, or dense land, the widest first.</summary>
    public ImmutableArray<PlainOutline> Plain { get; init; } = [];
}
