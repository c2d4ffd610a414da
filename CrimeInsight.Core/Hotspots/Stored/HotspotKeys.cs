using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Under which keys results of hotspots are stored.</summary>
internal static class HotspotKeys
{
    public const string Hotspots = "hotspots";
    public const string NearRepeats = "near-repeats";
    public const string Concentration = "concentration";

    /// <summary>Grows when hotspots are looked for otherwise: then what is stored is out of date.</summary>
    public const int Version = 8;

    public static ImmutableArray<string> Kinds { get; } = [Hotspots, NearRepeats, Concentration];

    /// <summary>The key of a request as a person asks it; null when it is about no one place or head, or there are no data.</summary>
    public static ResultKey? Of(string kind, HotspotRequest request, Viewer viewer, ReferenceData reference, DataStatus data)
    {
        var place = request.JurisdictionCode is { } code ? reference.Jurisdictions.Find(code)
            : viewer.JurisdictionIds is [var only] ? reference.Jurisdictions.Find(only) : null;
        var head = request.HeadCode is { } asked ? reference.Heads.Find(asked) : reference.Heads.Root;
        if (place is null || head is null || data.AsOf is not { } asOf)
            return null;
        var method = kind == Hotspots ? request.Method : default;
        var plain = new HotspotRequest(
            method, place.Code, head.Level == CrimeHeadLevel.All ? null : head.Code, request.PeriodAt(asOf).Until, request.Months, request.Neighbours, request.Level, request.Seed);
        return ResultKey.Of(kind, Version, WithWhatCounts(plain, request, isHotspots: kind == Hotspots), place, data.MonthsVersion, reference.Version);
    }

    // What makes no difference to a method is left at its usual value.
    private static HotspotRequest WithWhatCounts(HotspotRequest plain, HotspotRequest told, bool isHotspots)
    {
        var isOfPoints = isHotspots && told.Method is (HotspotMethod.Clusters or HotspotMethod.Density);
        if (isOfPoints)
            plain = plain with { ReachMetres = told.ReachMetres, LeastCases = told.LeastCases };
        if (isHotspots && told.Method == HotspotMethod.Density)
            plain = plain with { BandwidthMetres = told.BandwidthMetres };
        if (isOfPoints || (isHotspots && told.Method is (HotspotMethod.Neighbours or HotspotMethod.Likeness)))
            plain = plain with { Background = told.Background };
        return plain;
    }
}
