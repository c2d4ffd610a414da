using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Cases;

/// <summary>
/// All that may be shown of one case. Of a sensitive one (BNS 72, POCSO 23) there is no place below the station, no time of
/// day, nothing of the accused, no value and no text; the reader of the data leaves them out, not the page.
/// </summary>
/// <param name="Place">Null when unknown or withheld.</param>
/// <param name="OffenderGender">Null when withheld.</param>
/// <param name="OffenderAgeBand">Null when withheld.</param>
public sealed record CaseDetails(
    CaseSummary Summary,
    ImmutableArray<CaseSection> Sections,
    GeoPoint? Place,
    LocationPrecision Precision,
    Gender VictimGender,
    AgeBand VictimAgeBand,
    Gender? OffenderGender,
    AgeBand? OffenderAgeBand,
    long? PropertyValueRupees,
    string? ModusOperandi,
    string Source)
{
    /// <summary>The sections are those of the register; else the usual ones of the head.</summary>
    public bool IsRegistered { get; init; }

    public DateOnly? ChargesheetedOn { get; init; }

    public DateOnly? DisposedOn { get; init; }
}
