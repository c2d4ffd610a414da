using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots.NearRepeats;

/// <summary>As <see cref="NearRepeatMethod"/> has them.</summary>
public sealed record NearRepeatSettings : HotspotSettings
{
    /// <summary>Upper ends of the bands of distance, in metres.</summary>
    public static ImmutableArray<double> Metres { get; } = [200, 400, 800];

    /// <summary>Upper ends of the bands of days.</summary>
    public static ImmutableArray<double> Days { get; } = [7, 14, 28];

    /// <summary>Most cases whose pairs are counted.</summary>
    public int MostCases { get; init; } = 60_000;

    /// <summary>Fewest cases that are looked at.</summary>
    public int LeastCases { get; init; } = 50;
}
