using System.Collections.Immutable;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Cases;

/// <summary>A row of crime.incident as <see cref="DetailColumns"/> selects it.</summary>
internal sealed record CaseDetailsRow : CaseRow
{
    /// <summary>To be selected from crime.incident AS i. What the law withholds of sensitive cases does not leave the database.</summary>
    public const string DetailColumns = $"""
        {Columns},
        i.place_precision, i.victim_gender, i.victim_age_band, i.source, i.chargesheeted_on, i.disposed_on,
        CASE WHEN i.is_sensitive THEN NULL ELSE i.latitude END AS latitude,
        CASE WHEN i.is_sensitive THEN NULL ELSE i.longitude END AS longitude,
        CASE WHEN i.is_sensitive THEN NULL ELSE i.offender_gender END AS offender_gender,
        CASE WHEN i.is_sensitive THEN NULL ELSE i.offender_age_band END AS offender_age_band,
        CASE WHEN i.is_sensitive THEN NULL ELSE i.property_value END AS property_value,
        CASE WHEN i.is_sensitive THEN NULL ELSE i.modus_operandi END AS modus_operandi
        """;

    public short PlacePrecision { get; init; }

    public short VictimGender { get; init; }

    public short VictimAgeBand { get; init; }

    public string Source { get; init; } = "";

    public DateOnly? ChargesheetedOn { get; init; }

    public DateOnly? DisposedOn { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public short? OffenderGender { get; init; }

    public short? OffenderAgeBand { get; init; }

    public long? PropertyValue { get; init; }

    public string? ModusOperandi { get; init; }

    public CaseDetails ToDetails(ImmutableArray<CaseSection> sections, bool isRegistered) => new(
        ToSummary(),
        sections,
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null,
        (LocationPrecision)PlacePrecision,
        (Gender)VictimGender,
        (AgeBand)VictimAgeBand,
        (Gender?)OffenderGender,
        (AgeBand?)OffenderAgeBand,
        PropertyValue,
        ModusOperandi,
        Source)
    {
        IsRegistered = isRegistered,
        ChargesheetedOn = ChargesheetedOn,
        DisposedOn = DisposedOn,
    };
}
