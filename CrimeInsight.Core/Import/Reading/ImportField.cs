namespace CrimeInsight.Core.Import.Reading;

/// <summary>Columns of the canonical file, in its order.</summary>
internal enum ImportField
{
    SourceReference,
    OccurredFrom,
    OccurredTime,
    OccurredUntil,
    ReportedOn,
    JurisdictionCode,
    State,
    District,
    Station,
    HeadCode,
    Act,
    Sections,
    HeadHint,
    Latitude,
    Longitude,
    VictimGender,
    VictimAge,
    OffenderGender,
    OffenderAge,
    Status,
    ChargesheetedOn,
    DisposedOn,
    PropertyValue,
    ModusOperandi,
}
