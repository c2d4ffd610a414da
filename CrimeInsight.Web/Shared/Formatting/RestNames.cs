using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>What cases are called that are known for none of the places in a list.</summary>
public static class RestNames
{
    /// <param name="level">Of the places; null: of several.</param>
    /// <returns>A key of SharedText.</returns>
    public static string KeyOf(JurisdictionLevel? level) => level switch
    {
        JurisdictionLevel.Station => nameof(SharedText.RestStation),
        JurisdictionLevel.District => nameof(SharedText.RestDistrict),
        JurisdictionLevel.State => nameof(SharedText.RestState),
        _ => nameof(SharedText.RestPlace),
    };
}
