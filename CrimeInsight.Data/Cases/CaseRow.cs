using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Cases;

/// <summary>A row of crime.incident as <see cref="Columns"/> selects it.</summary>
internal record CaseRow
{
    /// <summary>To be selected from crime.incident AS i. Of sensitive cases the time of day does not leave the database.</summary>
    public const string Columns = """
        i.id, i.occurred_on, i.reported_on, i.head_id, i.ordinal, i.status, i.is_sensitive, i.source_reference,
        (i.occurred_until AT TIME ZONE 'Asia/Kolkata')::date AS until_on,
        CASE WHEN i.is_sensitive OR i.occurred_hour IS NULL THEN NULL ELSE i.occurred_from END AS occurred_from,
        CASE WHEN i.is_sensitive THEN NULL ELSE i.occurred_until END AS occurred_until
        """;

    /// <summary>Begins references that the loader made up for rows without one.</summary>
    private const char MadeUp = '~';

    private static readonly TimeSpan s_indiaOffset = TimeSpan.FromMinutes(330);

    public long Id { get; init; }

    public DateOnly OccurredOn { get; init; }

    public DateOnly ReportedOn { get; init; }

    public short HeadId { get; init; }

    public int Ordinal { get; init; }

    public short Status { get; init; }

    public bool IsSensitive { get; init; }

    public string? SourceReference { get; init; }

    public DateOnly? UntilOn { get; init; }

    public DateTime? OccurredFrom { get; init; }

    public DateTime? OccurredUntil { get; init; }

    public CaseSummary ToSummary() =>
        new(Id, When(), ReportedOn, HeadId, Ordinal, (LegalStatus)Status, IsSensitive, SourceReference is [not MadeUp, ..] ? SourceReference : null);

    // A range of a sensitive case within one day would say no more than the day.
    private CaseTime When()
    {
        var until = IsSensitive && UntilOn == OccurredOn ? null : UntilOn;
        return new CaseTime(OccurredOn, TimeOf(OccurredFrom), until, until is null ? null : TimeOf(OccurredUntil));
    }

    private static TimeOnly? TimeOf(DateTime? utc) => utc is { } instant ? TimeOnly.FromDateTime(instant + s_indiaOffset) : null;
}
