using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>One side of a conflict. What the law withholds of protected cases does not leave the database.</summary>
internal sealed record ConflictContentRow
{
    /// <summary>With which each side begins.</summary>
    public const string FirstColumn = "occurred_on";

    // A row about a protected case is about a protected case, whether it says so or not.
    private const string Protected = "(n.is_sensitive OR o.is_sensitive IS TRUE)";

    /// <summary>Of the row, AS n of the conflict AS c, beside the case, AS o.</summary>
    public const string NewColumns = $"""
        n.occurred_on, n.reported_on, n.head_id, n.ordinal, n.status, n.is_sensitive, n.source_reference, n.victim_gender, n.victim_age_band,
        CASE WHEN {Protected} OR n.occurred_hour IS NULL THEN NULL ELSE n.occurred_from END AS occurred_from,
        CASE WHEN {Protected} THEN NULL ELSE n.latitude END AS latitude,
        CASE WHEN {Protected} THEN NULL ELSE n.longitude END AS longitude,
        CASE WHEN {Protected} THEN NULL ELSE n.offender_gender END AS offender_gender,
        CASE WHEN {Protected} THEN NULL ELSE n.offender_age_band END AS offender_age_band,
        CASE WHEN {Protected} THEN NULL ELSE n.property_value END AS property_value,
        CASE WHEN {Protected} THEN NULL ELSE n.modus_operandi END AS modus_operandi,
        (SELECT string_agg(concat(s.item ->> 'act', ' ', s.item ->> 'section', s.item ->> 'subsection'), ', ' ORDER BY s.place)
         FROM jsonb_array_elements(c.incident -> 'sections') WITH ORDINALITY AS s (item, place)) AS sections
        """;

    /// <summary>Of the case, AS o.</summary>
    public const string OldColumns = $"""
        {KnownColumns},
        (SELECT string_agg(concat(s.act, ' ', s.section, s.subsection), ', ' ORDER BY s.place)
         FROM crime.incident_section s
         WHERE s.incident_id = o.id) AS sections
        """;

    /// <summary>Of the case, AS o, as the state AS f.was has it.</summary>
    public const string WasColumns = $"""
        {KnownColumns},
        (SELECT string_agg(concat(s.item ->> 'act', ' ', s.item ->> 'section', s.item ->> 'subsection'), ', ' ORDER BY s.place)
         FROM jsonb_array_elements(f.was -> 'sections') WITH ORDINALITY AS s (item, place)) AS sections
        """;

    private const string KnownColumns = """
        o.occurred_on, o.reported_on, o.head_id, o.ordinal, o.status, o.is_sensitive, o.source_reference, o.victim_gender, o.victim_age_band,
        CASE WHEN o.is_sensitive OR o.occurred_hour IS NULL THEN NULL ELSE o.occurred_from END AS occurred_from,
        CASE WHEN o.is_sensitive THEN NULL ELSE o.latitude END AS latitude,
        CASE WHEN o.is_sensitive THEN NULL ELSE o.longitude END AS longitude,
        CASE WHEN o.is_sensitive THEN NULL ELSE o.offender_gender END AS offender_gender,
        CASE WHEN o.is_sensitive THEN NULL ELSE o.offender_age_band END AS offender_age_band,
        CASE WHEN o.is_sensitive THEN NULL ELSE o.property_value END AS property_value,
        CASE WHEN o.is_sensitive THEN NULL ELSE o.modus_operandi END AS modus_operandi
        """;

    private static readonly TimeSpan s_indiaOffset = TimeSpan.FromMinutes(330);

    public DateOnly OccurredOn { get; init; }

    public DateOnly ReportedOn { get; init; }

    public short HeadId { get; init; }

    public int Ordinal { get; init; }

    public short Status { get; init; }

    public bool IsSensitive { get; init; }

    public string? SourceReference { get; init; }

    public short VictimGender { get; init; }

    public short VictimAgeBand { get; init; }

    public DateTime? OccurredFrom { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public short? OffenderGender { get; init; }

    public short? OffenderAgeBand { get; init; }

    public long? PropertyValue { get; init; }

    public string? ModusOperandi { get; init; }

    public string? Sections { get; init; }

    public ConflictContent ToContent() => new(
        SourceReference,
        OccurredOn,
        OccurredFrom is { } instant ? TimeOnly.FromDateTime(instant + s_indiaOffset) : null,
        ReportedOn,
        HeadId,
        Ordinal,
        (LegalStatus)Status,
        IsSensitive,
        (Gender)VictimGender,
        (AgeBand)VictimAgeBand,
        (Gender?)OffenderGender,
        (AgeBand?)OffenderAgeBand,
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null,
        PropertyValue,
        ModusOperandi,
        Sections);
}
