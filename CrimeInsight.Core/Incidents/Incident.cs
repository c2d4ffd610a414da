using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Incidents;

/// <summary>
/// One anonymised record of a registered case. No names, no exact ages. Times are local (Asia/Kolkata);
/// many burglaries are only known to lie in a range, and some hours are unknown.
/// </summary>
public sealed record Incident
{
    /// <summary>Unique within <see cref="Source"/>; the key of de-duplication.</summary>
    public required string SourceReference { get; init; }

    public required string Source { get; init; }

    /// <summary>Hash of the whole row that it was read from, by which it is known again when it has no reference; null when it comes from none.</summary>
    public UInt128? SourceRow { get; init; }

    /// <summary>Ordinal (<c>Jurisdiction.Ordinal</c>) of the finest known jurisdiction.</summary>
    public required int JurisdictionOrdinal { get; init; }

    /// <summary>Leaf of the crime-head tree.</summary>
    public required short HeadId { get; init; }

    /// <summary>Local date the offence took place, or began.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Local clock time; null when unknown.</summary>
    public TimeOnly? OccurredAt { get; init; }

    /// <summary>Local end of the range in which it took place, exclusive; null when the time is a point.</summary>
    public DateTime? OccurredUntil { get; init; }

    public required DateOnly ReportedOn { get; init; }

    /// <summary>Null when unknown. Of protected cases (<see cref="VictimProtection"/>) the centre of a cell of at least 2 km is stored.</summary>
    public GeoPoint? Place { get; init; }

    public LocationPrecision Precision { get; init; } = LocationPrecision.None;

    public Gender VictimGender { get; init; }

    public AgeBand VictimAgeBand { get; init; }

    public Gender OffenderGender { get; init; }

    public AgeBand OffenderAgeBand { get; init; }

    /// <summary>A victim or an accused is under 18, also where no band is known ("minor"): the case is protected.</summary>
    public bool InvolvesMinor { get; init; }

    public LegalStatus Status { get; init; }

    /// <summary>Day of the charge sheet; null when there is none or it is not known.</summary>
    public DateOnly? ChargesheetedOn { get; init; }

    /// <summary>Day of the final report, or of the court's decision; null when there is none or it is not known.</summary>
    public DateOnly? DisposedOn { get; init; }

    /// <summary>All sections it is registered under; null when the source names none.</summary>
    public SectionList? Sections { get; init; }

    /// <summary>Value of property lost, whole rupees; null when none or unknown.</summary>
    public long? PropertyValueRupees { get; init; }

    /// <summary>How it was done, in words without names; not stored of protected cases.</summary>
    public string? ModusOperandi { get; init; }
}
