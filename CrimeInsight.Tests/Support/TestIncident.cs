using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Support;

/// <summary>What queries can ask about an incident.</summary>
/// <param name="IsSensitive">It is protected: by its head or, whatever that is, as the case of a minor.</param>
/// <param name="Hour">−1 when unknown.</param>
public sealed record TestIncident(
    string Reference,
    int Ordinal,
    short HeadId,
    bool IsSensitive,
    DateOnly OccurredOn,
    DateOnly ReportedOn,
    int Hour,
    LegalStatus Status,
    Gender Gender,
    AgeBand AgeBand,
    AgeBand OffenderAgeBand)
{
    /// <summary>1 Monday … 7 Sunday; of protected cases none.</summary>
    public int KnownWeekday => IsSensitive ? 8 : OccurredOn.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)OccurredOn.DayOfWeek;

    /// <summary>Of protected cases unknown.</summary>
    public int KnownHour => IsSensitive ? -1 : Hour;

    /// <summary>The date by which a query counts it.</summary>
    public DateOnly CountedOn(DateBasis basis) => basis == DateBasis.Registered ? ReportedOn : OccurredOn;

    public Incident ToIncident() => new()
    {
        SourceReference = Reference,
        Source = "test",
        JurisdictionOrdinal = Ordinal,
        HeadId = HeadId,
        OccurredOn = OccurredOn,
        OccurredAt = Hour < 0 ? null : new TimeOnly(Hour, 0),
        ReportedOn = ReportedOn,
        VictimGender = Gender,
        VictimAgeBand = AgeBand,
        OffenderAgeBand = OffenderAgeBand,
        Status = Status,
    };
}
