using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Records;

/// <summary>One side of a conflict. Of a protected case what the law withholds is null.</summary>
/// <param name="OccurredAt">Null when unknown or withheld.</param>
/// <param name="Place">Null when unknown or withheld.</param>
/// <param name="OffenderGender">Null when withheld.</param>
/// <param name="OffenderAgeBand">Null when withheld.</param>
/// <param name="Sections">Acts and sections, as the law is cited; null when none are known.</param>
public sealed record ConflictContent(
    string? CaseNumber,
    DateOnly OccurredOn,
    TimeOnly? OccurredAt,
    DateOnly ReportedOn,
    short HeadId,
    int JurisdictionOrdinal,
    LegalStatus Status,
    bool IsSensitive,
    Gender VictimGender,
    AgeBand VictimAgeBand,
    Gender? OffenderGender,
    AgeBand? OffenderAgeBand,
    GeoPoint? Place,
    long? PropertyValueRupees,
    string? ModusOperandi,
    string? Sections = null);
