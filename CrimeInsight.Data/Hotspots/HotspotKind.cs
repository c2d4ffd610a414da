using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Data.Hotspots;

/// <summary>What a stored result is: a <see cref="HotspotMethod"/>, or one of these. Numbers are stored; never change.</summary>
internal static class HotspotKind
{
    public const short NearRepeats = 100;
    public const short Concentration = 101;

    /// <summary>What is computed in the background.</summary>
    public static ImmutableArray<short> Stored { get; } =
    [
        Of(HotspotMethod.Neighbours), Of(HotspotMethod.Likeness), Of(HotspotMethod.Recent), Of(HotspotMethod.Emerging), Of(HotspotMethod.Cells),
        Of(HotspotMethod.Clusters), NearRepeats, Concentration,
    ];

    public static short Of(HotspotMethod method) => (short)method;
}
