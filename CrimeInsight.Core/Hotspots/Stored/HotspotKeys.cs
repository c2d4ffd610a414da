using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Under which keys results of hotspots are stored: each method is a kind of its own.</summary>
internal static class HotspotKeys
{
    public static string KindOf(IHotspotMethod method) => $"hotspots:{method.Key}";

    /// <summary>The key of a request as a person asks it; null when it is about no one place or head, or there are no data.</summary>
    public static ResultKey? Of(IHotspotMethod method, HotspotRequest request, Viewer viewer, ReferenceData reference, DataStatus data)
    {
        var scope = request.Scope;
        var place = scope.Place is { } code ? reference.Jurisdictions.Find(code)
            : viewer.JurisdictionIds is [var only] ? reference.Jurisdictions.Find(only) : null;
        var head = scope.Head is { } asked ? reference.Heads.Find(asked) : reference.Heads.Root;
        if (place is null || head is null || data.AsOf is not { } asOf)
            return null;
        // As an object the settings are written with all that the method has.
        var plain = new
        {
            Scope = new ScopeCodes(place.Code, head.Level == CrimeHeadLevel.All ? null : head.Code).Over(request.PeriodAt(asOf)),
            Settings = (object)request.Settings,
        };
        return ResultKey.Of(KindOf(method), method.Version, plain, place, data.MonthsVersion, reference.Version);
    }
}
