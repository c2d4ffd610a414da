using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>What rollups count of an incident.</summary>
/// <param name="Hour">Local hour; −1 when unknown.</param>
/// <param name="CellKey">As stored; null without coordinates.</param>
/// <param name="IsSensitive">A protected case: rollups finer than place and month hold it apart, or not at all.</param>
internal readonly record struct RollupFacts(
    DateOnly OccurredOn, DateOnly ReportedOn, int Hour, short HeadId, int Status, int Ordinal, int VictimGender, int VictimAgeBand, long? CellKey,
    bool IsSensitive)
{
    /// <summary>The date by which a rollup of that basis counts it.</summary>
    public DateOnly On(DateBasis basis) => basis == DateBasis.Registered ? ReportedOn : OccurredOn;

    public static RollupFacts Of(Incident incident, long? cellKey, bool isSensitive) => new(
        incident.OccurredOn,
        incident.ReportedOn,
        incident.OccurredAt?.Hour ?? -1,
        incident.HeadId,
        (int)incident.Status,
        incident.JurisdictionOrdinal,
        (int)incident.VictimGender,
        (int)incident.VictimAgeBand,
        cellKey,
        isSensitive);
}
